using Muster.Adherence.Events;
using Muster.Adherence.Results;
using Muster.Domain.People;
using Muster.Storage.Events;
using NodaTime;

namespace Muster.Server.Adherence.Today;

/// <summary>Judges a day of an agent for whoever looks at it: today, or any day whose events are kept.</summary>
public sealed class DayReplay(AgentReplay replay)
{
    /// <param name="unit">The agent's.</param>
    public async Task<JudgedDay> JudgeAsync(Agent agent, AdherenceUnit unit, LocalDate date, CancellationToken token)
    {
        var replayed = await replay.FoldAsync(agent, unit, (date, date.PlusDays(1)), token);
        var (fold, range) = (replayed.Fold, replayed.Range);
        return new JudgedDay
        {
            Agent = agent,
            Unit = unit,
            Date = date,
            Range = range,
            AsOf = Instant.Max(fold.Engine.Now, range.Start),
            ScheduleVersion = replayed.ScheduleVersion,
            Published = replayed.Published,
            Events = OfDay(replayed.Events, range),
            EventStates = replayed.States.ToDictionary(state => state.Id, state => new SourceState(
                replayed.Sources[state.Source], state.State, state.Reason.Length > 0 ? state.Reason : null)),
            States = fold.States,
            Approvals = [.. replayed.Approvals.Where(row => row.End > range.Start.ToDateTimeOffset()
                && row.Start < range.End.ToDateTimeOffset())],
            Spans = fold.Engine.Spans(agent.Id, range),
            Exceptions = replayed.Now > range.Start ? fold.Engine.Exceptions(agent.Id, range) : [],
            Totals = Sum(fold, agent.Id, range),
        };
    }

    private static List<LoggedEvent> OfDay(IReadOnlyList<LoggedEvent> events, Interval range)
    {
        var (from, to) = (range.Start.ToDateTimeOffset(), range.End.ToDateTimeOffset());
        return
        [
            .. events.Where(one => one.At < from).TakeLast(1),
            .. events.Where(one => one.At >= from && one.At < to),
        ];
    }

    private static AdherenceTotals Sum(TenantFold fold, AgentId agent, Interval range)
    {
        var (sum, intervals) = (default(AdherenceTotals), new List<IntervalTotals>());
        fold.Engine.Totals(agent, range, intervals);
        foreach (var interval in intervals)
        {
            sum.Add(interval.Totals);
        }

        return sum;
    }
}
