using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Server.Api.Access;
using Muster.Server.Api.Demand;
using Muster.Server.Intraday;
using Muster.Server.Organization;

namespace Muster.Server.Api.Intraday;

/// <summary>Shows a business unit's day to callers who may see its forecasts.</summary>
public sealed class IntradayEndpoint(
    PlanningAccess access, OrganizationCache organization, SharedDays days)
{
    public Task<IResult> ReadAsync(HttpContext http, IntradayDayQuery query) =>
        access.InUnitAsync(http, query.BusinessUnitId, Permissions.ForecastView, async unit =>
        {
            if (query.Refusal is { } wrong)
            {
                return Problems.Of(wrong, http);
            }

            var known = await organization.CurrentAsync(http.RequestAborted);
            var (everywhere, rights) = (http.Caller().Rights, new UnitRights(http.Caller().Rights, known));

            // Sums over the business unit, in which nobody is named: whoever leads a part of it sees them.
            var asked = query.Ask with
            {
                SeesSchedules = rights.AllowWithin(Permissions.ScheduleView, unit.Id),
                SeesAdherence = rights.AllowWithin(Permissions.AdherenceView, unit.Id),
                SeesQueues = everywhere.Allow(Permissions.OrganizationView, Place.InBusinessUnit(unit.Id.Value))
                    || SeesAll(everywhere, known, unit.TenantId),
            };
            var day = await days.ReadAsync(unit, asked, http.RequestAborted);
            return day.Refused is { } refusal
                ? Problems.Of(refusal, http)
                : TypedResults.Ok(IntradayDayView.Of(day.Value));
        });

    private static bool SeesAll(Rights rights, OrganizationSnapshot known, TenantId tenant) =>
        known.BusinessUnits.InUse.Where(unit => unit.TenantId == tenant)
            .All(unit => rights.Allow(Permissions.ForecastView, Place.InBusinessUnit(unit.Id.Value)));
}
