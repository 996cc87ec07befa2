using Muster.Domain.People;
using Muster.Domain.Schedules;
using Muster.Storage;
using Muster.Storage.People;
using Muster.Storage.Schedules;
using NodaTime;

namespace Muster.Server.Schedules;

/// <summary>Reads agents and their days.</summary>
public sealed record UnitDayStores(AgentStore Agents, ScheduleStore Published, DraftStore Drafts)
{
    /// <summary>The agents of some days, and what they have on those and around.</summary>
    /// <param name="draft">With its days over the published ones; null: as published.</param>
    public async Task<UnitDays> ReadAsync(
        SqlSession session, ScheduleUnit unit, DraftId? draft,
        IReadOnlyCollection<(AgentId Agent, LocalDate Day)> changed, CancellationToken token)
    {
        if (changed.Count == 0)
        {
            return new UnitDays(unit, [], [], []);
        }

        var ids = changed.Select(day => day.Agent).Distinct().ToList();
        var from = changed.Min(day => day.Day).PlusDays(-UnitDays.Around);
        var to = changed.Max(day => day.Day).PlusDays(UnitDays.Around);
        return new UnitDays(
            unit,
            await Agents.ListAsync(session, ids, token),
            await Published.ListAsync(session, ids, from, to, token),
            draft is { } id
                ? await Drafts.ListDaysAsync(session, id, ids, new DateInterval(from, to.PlusDays(-1)), token)
                : []);
    }
}
