using Muster.Adherence.Events;
using Muster.Adherence.Rules;
using Muster.Adherence.Schedules;
using Muster.Domain.Organization;
using Muster.Domain.People;
using NodaTime;

namespace Muster.Adherence.Engine;

/// <summary>
/// The adherence of all agents of a partition, from a first moment on. What it answers is a function of what it was
/// given - events, schedules, rules, approvals, clocks, how far sources were heard - and of the moment it was advanced
/// to, in whatever order and portions it was given. It has no clock. Not thread-safe: it belongs to one strand.
/// </summary>
/// <remarks>
/// Kept are an agent's events, 16 bytes each, and what it is judged by, 16 bytes for each stretch; where it stands goes
/// on with every event. Totals and exceptions are not kept: they are made of these when they are asked for, so nothing
/// has to be put right when an event comes late.
/// </remarks>
public sealed partial class AdherenceEngine
{
    /// <summary>A source of which nothing is heard for longer is silent.</summary>
    public const int SilentAfterSeconds = SourceFeed.SilentAfterSeconds;

    private readonly Dictionary<AgentId, WatchedAgent> _agents = [];
    private readonly Dictionary<BusinessUnitId, UnitRules> _units = [];
    private readonly ActivityTable _activities = new();
    private readonly TimelineCompiler _compiler;
    private readonly PriorityQueue<WatchedAgent, uint> _wakes = new();
    private readonly FoldContext _context;
    private uint _from;
    private uint _now;

    /// <param name="from">The first moment that it has results of; parts of a second are cut off.</param>
    /// <param name="states">Gives states and sources their numbers. Its owner may add to it between calls.</param>
    public AdherenceEngine(Instant from, StateTable states)
    {
        _context = new FoldContext(states);
        _compiler = new TimelineCompiler(_activities);
        _from = _now = UnixSeconds.Floor(from);
    }

    /// <summary>The first moment that it has results of.</summary>
    public Instant From => UnixSeconds.At(_from);

    /// <summary>The second that it is: the beginning of it.</summary>
    public Instant Now => UnixSeconds.At(_now);

    public int AgentCount => _agents.Count;

    /// <summary>
    /// Time has come to a moment: whatever changes up to then is judged at its second. It does not go back; an earlier
    /// moment does nothing.
    /// </summary>
    public void Advance(Instant to)
    {
        _now = Math.Max(_now, UnixSeconds.Floor(to));
        while (_wakes.TryPeek(out var agent, out var at) && at <= _now)
        {
            _wakes.Dequeue();
            if (agent.WakeAt == at)
            {
                Forward(agent);
            }
        }

        NoticeSilence();
    }

    /// <summary>
    /// Drops what lies before a moment, up to <see cref="Now"/>; it is <see cref="From"/> then. The state in which each
    /// agent was at that moment is kept.
    /// </summary>
    public void Forget(Instant before)
    {
        _from = Math.Clamp(UnixSeconds.Floor(before), _from, _now);
        foreach (var agent in _agents.Values)
        {
            agent.DueFrom = Math.Max(agent.DueFrom, _from);
            DropEvents(agent);
            DropDays(agent);
            Judge(agent);
        }
    }

    private WatchedAgent? Find(AgentId id) => _agents.GetValueOrDefault(id);

    /// <summary>Goes on to now with an agent of which nothing that lies behind has changed.</summary>
    private void Forward(WatchedAgent agent)
    {
        var before = (agent.Fold.Run, agent.Fold.State, agent.Fold.Piece.Code);
        agent.Fold.Forward(agent, _context, _now);
        if (before != (agent.Fold.Run, agent.Fold.State, agent.Fold.Piece.Code))
        {
            Mark(agent);
        }

        var next = agent.Fold.NextChange(agent, _context);
        if (next != agent.WakeAt)
        {
            agent.WakeAt = next;
            if (next != UnixSeconds.Never)
            {
                _wakes.Enqueue(agent, next);
            }
        }
    }

    /// <summary>Judges an agent from the beginning, after something that lies behind has changed.</summary>
    private void Judge(WatchedAgent agent)
    {
        agent.Fold.Restart(agent);
        Forward(agent);
        Mark(agent);
    }

    private void DropEvents(WatchedAgent agent)
    {
        var count = agent.Events.CountUpTo(_from, _context.Clocks);
        var keep = count;
        while (keep > 0)
        {
            ref readonly var one = ref agent.Events[--keep];
            var piece = agent.Timeline[agent.Timeline.At(_context.Clocks.Second(one))];
            if (!agent.Rules[piece.Rules].IsUnchanged(one.State))
            {
                break;
            }
        }

        agent.Events.DropBefore(keep);
    }

    private void DropDays(WatchedAgent agent)
    {
        var days = DayVersions.Of(agent.Versions);
        var past = days.Where(day => day.IsPast(_from, agent.Place.Zone, AdherenceTerms.LongestSeconds))
            .Select(day => day.Newest.Day).ToHashSet();
        if (past.Count > 0)
        {
            agent.Versions = [.. agent.Versions.Where(version => !past.Contains(version.Day))];
            agent.Timeline = Compile(agent);
        }
    }
}
