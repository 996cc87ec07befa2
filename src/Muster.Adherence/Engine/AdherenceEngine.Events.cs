using Muster.Adherence.Events;
using NodaTime;

namespace Muster.Adherence.Engine;

public sealed partial class AdherenceEngine
{
    private const long MostMilliseconds = UnixSeconds.EndOfRange * 1000;

    // Agents that a portion of events has left to be judged from the beginning.
    private readonly List<WatchedAgent> _stale = [];

    /// <summary>
    /// Events, in any order. In order of an agent's time each costs the same, however many there were. Late ones have
    /// the agent judged from the beginning, once for all that are given together. Those after <see cref="Now"/> count
    /// when time has come to them.
    /// </summary>
    public ApplyCounts ApplyEvents(ReadOnlySpan<StateEvent> events)
    {
        var (inOrder, late, beforeWindow, duplicates, strangers, outOfRange) = (0, 0, 0, 0, 0, 0);
        foreach (ref readonly var one in events)
        {
            switch (Apply(one))
            {
                case Arrival.InOrder:
                    inOrder++;
                    break;
                case Arrival.Late:
                    late++;
                    break;
                case Arrival.BeforeWindow:
                    beforeWindow++;
                    break;
                case Arrival.Duplicate:
                    duplicates++;
                    break;
                case Arrival.Stranger:
                    strangers++;
                    break;
                default:
                    outOfRange++;
                    break;
            }
        }

        foreach (var agent in _stale)
        {
            agent.IsStale = false;
            Judge(agent);
        }

        _stale.Clear();
        return new ApplyCounts(inOrder, late, beforeWindow, duplicates, strangers, outOfRange);
    }

    /// <summary>
    /// A source is there: all that it had to say up to that moment has come, or comes with a time before. Events say
    /// this too. A replay must be told the same.
    /// </summary>
    /// <param name="at">By the right clock.</param>
    public void Heard(int source, Instant at) => _context.Feeds[source].HearSign(UnixSeconds.Floor(at), _now);

    /// <summary>
    /// Times of which a source's events are lost, as where it began anew: agents whose last state it told are unknown
    /// in them. Replaces all that was said of that source before.
    /// </summary>
    /// <param name="gaps">By the right clock, with an end; whole seconds.</param>
    public void ApplyGaps(int source, IEnumerable<Interval> gaps)
    {
        var spans = new List<(uint Start, uint End)>();
        foreach (var gap in gaps.OrderBy(gap => gap.Start))
        {
            var (start, end) = (UnixSeconds.Floor(gap.Start), UnixSeconds.Floor(gap.End));
            if (spans.Count > 0 && spans[^1].End >= start)
            {
                (start, end) = (spans[^1].Start, Math.Max(end, spans[^1].End));
                spans.RemoveAt(spans.Count - 1);
            }

            spans.Add((start, end));
        }

        _context.Feeds[source].ApplyGaps([.. spans.Where(span => span.Start < span.End)]);
        NoticeSilence();
    }

    /// <summary>The sources of which nothing was heard for more than 60 seconds.</summary>
    public IReadOnlyList<SilentSource> SilentSources() =>
    [
        .. Enumerable.Range(0, _context.Feeds.Count).Where(source => _context.Feeds[source].IsSilentAt(_now))
            .Select(source => new SilentSource(source, UnixSeconds.At(_context.Feeds[source].Through!.Value))),
    ];

    private Arrival Apply(in StateEvent one)
    {
        var milliseconds = one.At.ToUnixTimeMilliseconds();
        if (milliseconds is < 0 or >= MostMilliseconds)
        {
            return Arrival.OutOfRange;
        }

        var source = _context.States.SourceOf(one.State);
        _context.Feeds[source].HearEvent(source, milliseconds, _context.Clocks, _now);
        if (!_agents.TryGetValue(one.Agent, out var agent))
        {
            return Arrival.Stranger;
        }

        var kept = new KeptEvent(milliseconds, one.State, one.Seq);
        var (index, isThere) = agent.Events.Find(kept, _context.Clocks);
        if (isThere)
        {
            return Arrival.Duplicate;
        }

        agent.Events.Insert(index, kept);
        var second = _context.Clocks.Second(kept);
        agent.DueFrom = Math.Max(_from, Math.Min(agent.DueFrom, second));
        var isLast = index == agent.Events.Count - 1;
        if (isLast && !agent.IsStale && !agent.Fold.IsPast(second))
        {
            Forward(agent);
        }
        else if (!agent.IsStale)
        {
            agent.IsStale = true;
            _stale.Add(agent);
        }

        return second < _from ? Arrival.BeforeWindow : isLast ? Arrival.InOrder : Arrival.Late;
    }

    // Verdicts of agents change with their source, without any event of their own.
    private void NoticeSilence()
    {
        for (var source = 0; source < _context.Feeds.Count; source++)
        {
            var feed = _context.Feeds[source];
            var isAway = feed.IsAwayAt(_now);
            var changed = feed.ChangedFrom;
            if (isAway == feed.WasAway && changed == UnixSeconds.Never)
            {
                continue;
            }

            (feed.WasAway, feed.ChangedFrom) = (isAway, UnixSeconds.Never);
            foreach (var agent in _agents.Values.Where(agent => agent.Fold.State >= 0))
            {
                agent.DueFrom = Math.Max(_from, Math.Min(agent.DueFrom, changed));
                Mark(agent);
            }
        }
    }
}
