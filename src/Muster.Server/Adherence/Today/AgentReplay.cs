using Muster.Domain.People;
using Muster.Domain.Time;
using Muster.Storage.Events;
using NodaTime;

namespace Muster.Server.Adherence.Today;

/// <summary>
/// Folds days of one agent from the log and all versions of the schedule, whatever days of those whose events are kept.
/// A replay gives what the nodes have said live.
/// </summary>
public sealed class AgentReplay(DayStores stores, RuleCache rules)
{
    // An exception that began the day before is told with its true start.
    private static readonly TimeSpan OneDay = TimeSpan.FromDays(1);
    private static readonly Duration Before = Duration.FromTimeSpan(OneDay);
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(31);

    // However late it was told.
    private static readonly TimeSpan LongAfter = TimeSpan.FromDays(3650);

    /// <param name="unit">The agent's.</param>
    /// <param name="days"><c>[first, end)</c>, by the clock of the unit.</param>
    internal async Task<ReplayedDays> FoldAsync(
        Agent agent, AdherenceUnit unit, (LocalDate First, LocalDate End) days, CancellationToken token)
    {
        // The version first: what is read after it is at least as new.
        var version = await stores.Schedules.VersionAsync(token);
        var published = await stores.Days.OfAgentsAsync(
            (days.First.PlusDays(-2), days.End.PlusDays(2)), [agent.Id], token);
        var range = new Interval(Days.Start(days.First, unit.Zone), Days.Start(days.End, unit.Zone));
        var events = await ReadAsync(agent.Id, range, token);
        var states = await stores.Feeds.ListStatesAsync(events.Select(one => one.State).Distinct(), token);

        // After the events: it knows their sources.
        var look = await stores.Feeds.LookAsync(token);
        var replayed = new ReplayedDays
        {
            Fold = new TenantFold(range.Start - Before),
            Range = range,
            Now = Instant.FromDateTimeOffset(look.Now),
            ScheduleVersion = Math.Max(version, published.Position.Version),
            Published = published.Content,
            Events = events,
            States = states,
            Sources = look.Sources.ToDictionary(source => source.Number, source => source.Name),
            Approvals = await stores.Approvals.ListAsync(
                range.Start.ToDateTimeOffset() - OneDay, [agent.Id], token),
        };
        var losses = await stores.Losses.ListAsync(range.Start.ToDateTimeOffset() - OneDay, null, token);
        replayed.Fold.Lose(losses.Where(loss => loss.Tenant == agent.Tenant));
        await FillAsync(replayed, agent, unit, token);
        foreach (var source in look.Sources.Where(source => source.Tenant == agent.Tenant))
        {
            replayed.Fold.Hear(source.Name, source.HeardAt ?? DateTimeOffset.UnixEpoch);
        }

        replayed.Fold.Engine.Advance(Instant.Min(replayed.Now, range.End));
        return replayed;
    }

    private async Task<IReadOnlyList<LoggedEvent>> ReadAsync(AgentId agent, Interval range, CancellationToken token)
    {
        var (from, to) = ((range.Start - Before).ToDateTimeOffset(), range.End.ToDateTimeOffset());
        var earlier = await stores.Feeds.ListEarlierAsync([agent], from, (from - LookBack, to + LongAfter), token);
        var own = await stores.Log.OfAgentAsync(agent, from, to, token);
        return [.. earlier.Concat(own).OrderBy(one => one.At).ThenBy(one => one.Seq)];
    }

    private async Task FillAsync(
        ReplayedDays replayed, Agent agent, AdherenceUnit unit, CancellationToken token)
    {
        var (codes, engine) = (unit.Organization.ActivityCodes, replayed.Fold.Engine);
        engine.ApplyActivities(codes.All.Select(EngineInput.Of));
        engine.ApplyRules(unit.Business.Id, (await rules.CurrentAsync(token)).Of(unit.Business.Id).Versions);
        engine.ApplyAgents(
        [
            new Muster.Adherence.Schedules.AgentPlace(
                agent.Id, unit.Business.Id, unit.Zone, EngineInput.Moment(agent.RemovedAt)),
        ]);
        engine.ApplySchedules(replayed.Published
            .Where(day => day.Day.Content.Activities.All(activity => codes.Find(activity.Code) is not null))
            .Select(EngineInput.Of));
        engine.ApplyApprovals(agent.Id, replayed.Approvals.Select(EngineInput.Of));
        foreach (var state in replayed.States)
        {
            replayed.Fold.Learn(state, replayed.Sources[state.Source]);
        }

        replayed.Fold.Apply(replayed.Events);
    }
}
