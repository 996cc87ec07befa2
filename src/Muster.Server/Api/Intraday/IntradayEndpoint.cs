using Muster.Domain.Identity;
using Muster.Server.Api.Access;
using Muster.Server.Api.Demand;
using Muster.Server.Intraday;
using Muster.Server.Organization;

namespace Muster.Server.Api.Intraday;

/// <summary>Shows a business unit's day to callers who may see its forecasts.</summary>
public sealed class IntradayEndpoint(PlanningAccess access, DayReading reading)
{
    public Task<IResult> ReadAsync(HttpContext http, IntradayDayQuery query) =>
        access.InUnitAsync(http, query.BusinessUnitId, Permissions.ForecastView, async unit =>
        {
            var (rights, place) = (http.Caller().Rights, Place.InBusinessUnit(unit.Id.Value));
            var asked = query.Ask with
            {
                SeesSchedules = rights.Allow(Permissions.ScheduleView, place),
                SeesAdherence = rights.Allow(Permissions.AdherenceView, place),
            };
            var day = await reading.ReadAsync(unit, asked, http.RequestAborted);
            return day.Refused is { } refusal
                ? Problems.Of(refusal, http)
                : TypedResults.Ok(IntradayDayView.Of(day.Value));
        });
}
