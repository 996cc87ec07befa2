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

            var (rights, place) = (http.Caller().Rights, Place.InBusinessUnit(unit.Id.Value));
            var asked = query.Ask with
            {
                SeesSchedules = rights.Allow(Permissions.ScheduleView, place),
                SeesAdherence = rights.Allow(Permissions.AdherenceView, place),
                SeesQueues = rights.Allow(Permissions.OrganizationView, place)
                    || await SeesAllAsync(rights, unit.TenantId, http.RequestAborted),
            };
            var day = await days.ReadAsync(unit, asked, http.RequestAborted);
            return day.Refused is { } refusal
                ? Problems.Of(refusal, http)
                : TypedResults.Ok(IntradayDayView.Of(day.Value));
        });

    private async Task<bool> SeesAllAsync(Rights rights, TenantId tenant, CancellationToken token) =>
        (await organization.CurrentAsync(token)).BusinessUnits.InUse.Where(unit => unit.TenantId == tenant)
            .All(unit => rights.Allow(Permissions.ForecastView, Place.InBusinessUnit(unit.Id.Value)));
}
