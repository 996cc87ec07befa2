using System.Globalization;
using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Domain.People;
using Muster.Server.Adherence.Today;
using Muster.Server.Api.Access;
using Muster.Server.Api.Schedules;
using NodaTime;

namespace Muster.Server.Api.Adherence;

/// <summary>Shows an agent's day, and why it was judged so.</summary>
public sealed class DayEndpoint(AdherenceUnits units, DayReplay replay, TodayBoard board)
{
    public async Task<IResult> ReadAsync(HttpContext http, Guid agent, DateOnly date)
    {
        var token = http.RequestAborted;
        var needed = MinScheduleVersion.Of(http);
        if ((needed.Refused ?? Check(date)) is { } refusal)
        {
            return Problems.Of(refusal, http);
        }

        var found = await units.FindAgentAsync(
            http.Caller(), new AgentId(agent), Permissions.AdherenceView, token);
        if (found.Refused is { } unseen)
        {
            return Problems.Of(unseen, http);
        }

        // The database answers with the newest; that this node is current says that it is the right database.
        if (await board.CurrentAsync(needed.Value, token) is null)
        {
            return MinScheduleVersion.NotYet(http, board.WhyNot(needed.Value));
        }

        return TypedResults.Ok(DayViews.Of(
            await replay.JudgeAsync(found.Value.Agent, found.Value.Unit, LocalDate.FromDateOnly(date), token)));
    }

    private static Refusal? Check(DateOnly date) => new FieldChecks().That(
        date.Year is > 1970 and < 2100, "day",
        string.Create(CultureInfo.InvariantCulture, $"must be of the years 1971 to 2099, not {date.Year}.")).Refusal;
}
