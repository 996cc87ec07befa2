using Muster.Adherence.Events;
using Muster.Adherence.Results;
using Muster.Adherence.Schedules;
using Muster.Domain.Organization;
using Muster.Domain.People;
using NodaTime;

namespace Muster.Adherence.Engine;

public sealed partial class AdherenceEngine
{
    /// <summary>How an agent stands now, in the second of <see cref="Now"/>; null: it is not watched.</summary>
    public AgentStatus? Of(AgentId agent) => Find(agent) is { } watched ? StatusOf(watched) : null;

    /// <summary>How all agents stand, in no order.</summary>
    public IEnumerable<AgentStatus> All() => _agents.Values.Select(StatusOf);

    /// <summary>
    /// Since when what is scheduled now is scheduled; at the earliest, the engine's first moment. Null: the agent is
    /// not watched.
    /// </summary>
    public Instant? ScheduledSince(AgentId agent) => Find(agent) is { } watched
        ? Within(watched.Timeline[watched.Timeline.BeginOfActivity(watched.Fold.PieceIndex)].Start)
        : null;

    private AgentStatus StatusOf(WatchedAgent agent)
    {
        var piece = agent.Fold.Piece;
        var (run, actual) = _context.Feeds.AreWhole(_now)
            ? (agent.Fold.Run, agent.ActualOf(agent.Fold.State, piece))
            : Walked(agent);
        var (state, next) = (agent.Fold.State, agent.Timeline.NextActivity(agent.Fold.PieceIndex));
        return new AgentStatus(
            agent.Place.Agent, run.Judgement.Verdict, run.Judgement.Impact, run.Judgement.Rule, Within(run.Since),
            run.AlarmSince == 0 ? null : Within(run.AlarmSince), CodeOf(piece), actual, state < 0 ? null : state,
            state < 0 ? null : Within(agent.Fold.StateSince),
            next is { } index ? UnixSeconds.At(agent.Timeline[index].Start) : null,
            next is { } other ? CodeOf(agent.Timeline[other]) : null, agent.Timeline.DayOf(piece).Version, agent.Stamp);
    }

    private Instant Within(uint second) => UnixSeconds.At(Math.Max(_from, second));

    // Where sources are silent, or were: what the fold does not look at.
    private (Run Run, Actual Actual) Walked(WatchedAgent agent)
    {
        var walk = new SpanWalk(agent, _context, _from, _now + 1);
        Run? run = null;
        while (walk.Next())
        {
            run = run is { } before
                ? before.Then(walk.Judgement, walk.Start)
                : new Run(walk.Judgement, walk.Start, walk.Judgement.IsAlarm ? walk.Start : 0);
        }

        return (run!.Value, walk.Actual);
    }

    private ActivityCodeId? CodeOf(in Piece piece) => piece.Code == Piece.None ? null : _activities[piece.Code].Id;
}
