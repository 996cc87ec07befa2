using Muster.Domain.Identity;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Access;
using Muster.Server.Schedules;

namespace Muster.Server.Api.Schedules;

/// <summary>Lists of what belongs to a management unit, for whoever may see its schedules.</summary>
public sealed class UnitPages(ScheduleUnits units)
{
    /// <summary>The rows of a unit from a place on, at most so many.</summary>
    public delegate Task<IReadOnlyList<T>> Rows<TPlace, T>(
        ManagementUnitId unit, TPlace place, int limit, CancellationToken token);

    /// <param name="place">After which the page begins.</param>
    /// <param name="cut">Makes the page out of one row more than it may hold.</param>
    public async Task<IResult> AnswerAsync<TPlace, T, TView>(
        HttpContext http, (Guid Unit, int? Limit) asked, Outcome<TPlace> place, Rows<TPlace, T> rows,
        Func<IReadOnlyList<T>, int, Page<TView>> cut)
    {
        var limit = PageRequest.Limit(asked.Limit);
        var unit = await units.FindAsync(
            http.Caller(), new ManagementUnitId(asked.Unit), Permissions.ScheduleView, http.RequestAborted);
        return (limit.Refused ?? place.Refused ?? unit.Refused) is { } refusal
            ? Problems.Of(refusal, http)
            : TypedResults.Ok(cut(
                await rows(unit.Value.Unit.Id, place.Value, limit.Value + 1, http.RequestAborted), limit.Value));
    }
}
