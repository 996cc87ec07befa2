using System.Runtime.CompilerServices;
using Muster.Domain.Outcomes;
using Muster.Domain.People;
using Muster.Domain.Schedules;
using Muster.Storage;
using Muster.Storage.Schedules;
using NodaTime;

namespace Muster.Server.Schedules;

/// <summary>
/// Finds what is in the way of a publish, and what is merged: in portions, so that the memory it takes does not grow
/// with how much there is.
/// </summary>
public sealed class DivergenceLooking(PublishStore store, UnitDayStores stores, DraftStore drafts)
{
    private const int AgentsAtOnce = 1_000;
    private const int DoubtfulAtOnce = 100;
    private const int DaysAtOnce = 2_000;

    /// <summary>Whoever left the unit, or is not employed on a day that has something on it.</summary>
    public async Task AwayAsync(
        SqlSession session, PublishWork work,
        IReadOnlyList<(AgentId Agent, LocalDate First, LocalDate Last, int Days)> extent, Divergence found,
        CancellationToken token)
    {
        foreach (var some in extent.Chunk(AgentsAtOnce))
        {
            var agents = (await stores.Agents.ListAsync(session, [.. some.Select(one => one.Agent)], token))
                .ToDictionary(agent => agent.Id);
            var doubtful = some.Where(one => !agents.TryGetValue(one.Agent, out var agent)
                || agent.ManagementUnit != work.Unit.Unit.Id || agent.RemovedAt is not null
                || !agent.Employment.Periods.Any(period => period.Contains(one.First) && period.Contains(one.Last)));
            foreach (var few in doubtful.Chunk(DoubtfulAtOnce))
            {
                var range = new DateInterval(few.Min(one => one.First), few.Max(one => one.Last));
                var days = await drafts.ListDaysAsync(
                    session, work.Source.Draft, few.Select(one => one.Agent), range, token);
                AddAway(work, agents, days, found);
            }
        }

        found.HasAway = true;
    }

    /// <summary>What others have published meanwhile, as things are now.</summary>
    public async Task DivergedAsync(
        SqlSession session, PublishWork work, Divergence found, CancellationToken token)
    {
        var diverged = await store.ListDivergedAsync(session, work.Source, token);
        await foreach (var _ in MergeAsync(session, work, diverged, found, token))
        {
            // It is counted, and not written.
        }
    }

    /// <summary>Merges days that others have published meanwhile, and answers them portion by portion.</summary>
    public async IAsyncEnumerable<IReadOnlyList<MergedDay>> MergeAsync(
        SqlSession session, PublishWork work, IReadOnlyList<(AgentId Agent, LocalDate Day)> diverged,
        Divergence found, [EnumeratorCancellation] CancellationToken token)
    {
        foreach (var keys in diverged.Chunk(DaysAtOnce))
        {
            var days = await stores.ReadAsync(session, work.Unit, null, keys, token);
            var merged = new List<MergedDay>();
            foreach (var day in await store.ReadDivergedAsync(session, work.Source.Draft, keys, token))
            {
                var agent = days.Agents.GetValueOrDefault(day.Published.Agent);
                if (Away(work.Unit, agent, day.Published.Day, day.Mine) is not { } why)
                {
                    Settle(work.Unit, days, day, found, merged);
                }
                else if (!found.HasAway)
                {
                    found.Add(Conflict(day, agent?.FullName ?? "", why));
                }
            }

            merged.ForEach(found.Add);
            yield return merged;
        }
    }

    private static void AddAway(
        PublishWork work, Dictionary<AgentId, Agent> agents, IEnumerable<DraftDay> days, Divergence found)
    {
        foreach (var day in days.Where(day => work.Source.Holds(day.Agent, day.Day)))
        {
            var agent = agents.GetValueOrDefault(day.Agent);
            if (Away(work.Unit, agent, day.Day, day.Content) is { } why)
            {
                found.Add(new DayConflict(
                    day.Agent, agent?.FullName ?? "", day.Day, why, day.BaseVersion, null, null, null, day.Content));
            }
        }
    }

    private static string? Away(ScheduleUnit unit, Agent? agent, LocalDate day, DayContent content) =>
        agent is null || agent.RemovedAt is not null ? "The agent is not there any more."
        : agent.ManagementUnit != unit.Unit.Id ? $"{agent.FullName} does not belong to {unit.Unit.Name} any more."
        : !content.IsFree && !agent.Employment.IsActiveOn(day)
            ? $"{agent.FullName} is not employed on {day:uuuu-MM-dd}."
        : null;

    private static void Settle(
        ScheduleUnit unit, UnitDays days, DivergedDay day, Divergence found, List<MergedDay> merged)
    {
        var name = days.Agents[day.Published.Agent].FullName;
        var both = DayMerge.Of(day.Base, day.Mine, day.Published.Content);
        if (both is null)
        {
            found.Add(Conflict(day, name, "Both have changed the same time of the day."));
        }
        else if (Broken(unit, days, day, both) is { } broken)
        {
            found.Add(Conflict(day, name, $"Both changes together break a rule: {broken}"));
        }
        else
        {
            merged.Add(new MergedDay(
                day.Published.Agent, name, day.Published.Day, day.Published, day.Author, day.At, day.Mine, both));
        }
    }

    // A rule that neither the one nor the other breaks on that day.
    private static string? Broken(ScheduleUnit unit, UnitDays days, DivergedDay day, DayContent both)
    {
        var key = (day.Published.Agent, day.Published.Day);
        var checks = new FieldChecks();
        unit.Checks.Check(checks, "the day", _ => "an activity", day.Published.Day, both);
        if (checks.Refusal is Refusal.Invalid { Errors: [var error, ..] })
        {
            return $"{error.Field} {error.Message}";
        }

        var alone = days.Breaches(One(key, day.Mine), isChanged: true)
            .Concat(days.Breaches(One(key, day.Mine), isChanged: false))
            .Select(breach => (breach.Breach.Day, breach.Breach.Rule)).ToHashSet();
        return days.Breaches(One(key, both), isChanged: true)
            .FirstOrDefault(breach => !alone.Contains((breach.Breach.Day, breach.Breach.Rule)))?.ToString();
    }

    private static Dictionary<(AgentId, LocalDate), DayContent> One((AgentId, LocalDate) key, DayContent content) =>
        new() { [key] = content };

    private static DayConflict Conflict(DivergedDay day, string name, string reason) => new(
        day.Published.Agent, name, day.Published.Day, reason, day.BaseVersion, day.Published, day.Author, day.At,
        day.Mine);
}
