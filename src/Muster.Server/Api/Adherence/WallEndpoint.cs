using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Server.Adherence.Today;
using Muster.Server.Api.Access;
using Muster.Server.Api.Schedules;

namespace Muster.Server.Api.Adherence;

/// <summary>Shows how the agents of a unit stand.</summary>
public sealed class WallEndpoint(AdherenceUnits units, TodayBoard board)
{
    public async Task<IResult> ListAsync(HttpContext http, WallQuery query)
    {
        var id = new ManagementUnitId(query.UnitId);
        var unit = await units.FindAsync(http.Caller(), id, Permissions.AdherenceView, http.RequestAborted);
        var needed = MinScheduleVersion.Of(http);
        if ((unit.Refused ?? needed.Refused) is { } refusal)
        {
            return Problems.Of(refusal, http);
        }

        return await board.CurrentAsync(needed.Value, http.RequestAborted) is { } now
            ? TypedResults.Ok(WallViews.Whole(now, id))
            : MinScheduleVersion.NotYet(http, board.WhyNot(needed.Value));
    }
}
