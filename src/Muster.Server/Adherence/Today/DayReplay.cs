using Muster.Adherence.Events;
using Muster.Adherence.Results;
using Muster.Adherence.Schedules;
using Muster.Domain.People;
using Muster.Domain.Time;
using Muster.Storage.Adherence;
using Muster.Storage.Events;
using NodaTime;

namespace Muster.Server.Adherence.Today;

/// <summary>
/// Judges a day of an agent from the log and all versions of the schedule: today, or any day whose events are kept. A
/// replay gives what the nodes have said live.
/// </summary>
public sealed class DayReplay(DayStores stores, RuleCache rules)
{
    // An exception that began the day before is told with its true start.
    private static readonly TimeSpan OneDay = TimeSpan.FromDays(1);
    private static readonly Duration Before = Duration.FromTimeSpan(OneDay);
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(31);

    /// <param name="unit">The agent's.</param>
    public async Task<JudgedDay> JudgeAsync(Agent agent, AdherenceUnit unit, LocalDate date, CancellationToken token)
    {
        // The version first: what is read after it is at least as new.
        var version = await stores.Schedules.VersionAsync(token);
        var days = await stores.Days.OfAgentsAsync((date.PlusDays(-2), date.PlusDays(3)), [agent.Id], token);
        var range = new Interval(Days.Start(date, unit.Zone), Days.Start(date.PlusDays(1), unit.Zone));
        var events = await ReadAsync(agent.Id, range, token);
        var states = await stores.Feeds.ListStatesAsync(events.Select(one => one.State).Distinct(), token);

        // After the events: it knows their sources.
        var look = await stores.Feeds.LookAsync(token);
        var fold = new TenantFold(range.Start - Before);
        await FillAsync(fold, agent.Id, unit, days.Content, token);
        var approvals = await stores.Approvals.ListAsync(range.Start.ToDateTimeOffset() - OneDay, [agent.Id], token);
        fold.Engine.ApplyApprovals(agent.Id, approvals.Select(EngineInput.Of));
        var losses = await stores.Losses.ListAsync(range.Start.ToDateTimeOffset() - OneDay, null, token);
        fold.Lose(losses.Where(loss => loss.Tenant == agent.Tenant));
        var names = look.Sources.ToDictionary(source => source.Number, source => source.Name);
        foreach (var state in states)
        {
            fold.Learn(state, names[state.Source]);
        }

        fold.Apply(events);
        foreach (var source in look.Sources.Where(source => source.Tenant == agent.Tenant))
        {
            fold.Hear(source.Name, source.HeardAt ?? DateTimeOffset.UnixEpoch);
        }

        var now = Instant.FromDateTimeOffset(look.Now);
        fold.Engine.Advance(now < range.End ? now : range.End);
        var judged = new JudgedDay
        {
            Agent = agent,
            Unit = unit,
            Date = date,
            Range = range,
            AsOf = fold.Engine.Now < range.Start ? range.Start : fold.Engine.Now,
            ScheduleVersion = Math.Max(version, days.Position.Version),
            Published = days.Content,
            Events = OfDay(events, range),
            EventStates = states.ToDictionary(state => state.Id, state => new SourceState(
                names[state.Source], state.State, state.Reason.Length > 0 ? state.Reason : null)),
            States = fold.States,
            Approvals = [.. approvals.Where(row => row.End > range.Start.ToDateTimeOffset()
                && row.Start < range.End.ToDateTimeOffset())],
            Spans = fold.Engine.Spans(agent.Id, range),
            Exceptions = now > range.Start ? fold.Engine.Exceptions(agent.Id, range) : [],
            Totals = Sum(fold, agent.Id, range),
        };
        return judged;
    }

    private async Task<IReadOnlyList<LoggedEvent>> ReadAsync(AgentId agent, Interval range, CancellationToken token)
    {
        var (from, to) = ((range.Start - Before).ToDateTimeOffset(), range.End.ToDateTimeOffset());
        var earlier = await stores.Feeds.ListEarlierAsync([agent], from, (from - LookBack, to.AddDays(1)), token);
        var own = await stores.Log.OfAgentAsync(agent, from, to, token);
        return [.. earlier.Concat(own).OrderBy(one => one.At).ThenBy(one => one.Seq)];
    }

    private async Task FillAsync(
        TenantFold fold, AgentId agent, AdherenceUnit unit, IReadOnlyList<ToldDay> days, CancellationToken token)
    {
        var codes = unit.Organization.ActivityCodes;
        fold.Engine.ApplyActivities(codes.All.Select(EngineInput.Of));
        fold.Engine.ApplyRules(unit.Business.Id, (await rules.CurrentAsync(token)).Of(unit.Business.Id).Versions);
        fold.Engine.ApplyAgents([new AgentPlace(agent, unit.Business.Id, unit.Zone)]);
        fold.Engine.ApplySchedules(days
            .Where(day => day.Day.Content.Activities.All(activity => codes.Find(activity.Code) is not null))
            .Select(EngineInput.Of));
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
