using Muster.Adherence.Events;
using Muster.Adherence.Results;
using Muster.Adherence.Schedules;
using Muster.Domain.People;
using NodaTime;

namespace Muster.Adherence.Engine;

public sealed partial class AdherenceEngine
{
    private const uint IntervalSeconds = 15 * 60;

    /// <summary>
    /// Adds an agent's totals of each interval of 15 minutes of UTC that begins or goes on in a range, as far as it
    /// lies in the range and before <see cref="Now"/>. Nothing for an agent that is not watched, or after it has left.
    /// </summary>
    public void Totals(AgentId agent, Interval range, ICollection<IntervalTotals> totals)
    {
        if (Find(agent) is not { } watched)
        {
            return;
        }

        var walk = WalkOver(watched, range);
        var (interval, sum) = (walk.End - (walk.End % IntervalSeconds), default(AdherenceTotals));
        var hasAny = false;
        while (walk.Next())
        {
            hasAny = true;
            for (var at = walk.Start; at < walk.End;)
            {
                if (at >= interval + IntervalSeconds)
                {
                    totals.Add(new IntervalTotals(UnixSeconds.At(interval), sum));
                    (interval, sum) = (interval + IntervalSeconds, default);
                }

                var end = Math.Min(walk.End, interval + IntervalSeconds);
                Count(ref sum, walk, end - at);
                at = end;
            }
        }

        if (hasAny)
        {
            totals.Add(new IntervalTotals(UnixSeconds.At(interval), sum));
        }
    }

    /// <summary>
    /// An agent's exceptions that lie in a range, reach into it, or end where it begins; before <see cref="Now"/>, in
    /// order. Each with its true start, at the earliest <see cref="From"/>, and its true end, at the latest that of the
    /// range. To write a <see cref="DueRange"/>: delete those that end at its start or later, write these.
    /// </summary>
    public IReadOnlyList<AdherenceException> Exceptions(AgentId agent, Interval range)
    {
        var found = new List<AdherenceException>();
        if (Find(agent) is not { } watched)
        {
            return found;
        }

        var (start, end) = Clip(watched, range);
        var walk = new SpanWalk(watched, _context, _from, Math.Max(_from, end));
        AdherenceException? open = null;
        while (walk.Next())
        {
            var next = ExceptionOf(watched, walk);
            if (open is not null && next is not null && IsSame(open, next))
            {
                open = open with { End = next.End };
                continue;
            }

            AddFinished(open);
            open = next;
        }

        AddFinished(open is null ? null : open with { IsOpen = true });
        return found;

        void AddFinished(AdherenceException? one)
        {
            if (one is not null && UnixSeconds.Floor(one.End) >= start)
            {
                found.Add(one);
            }
        }
    }

    /// <summary>An agent's time in a range before <see cref="Now"/>, from one change to the next.</summary>
    public IReadOnlyList<JudgedSpan> Spans(AgentId agent, Interval range)
    {
        var spans = new List<JudgedSpan>();
        if (Find(agent) is { } watched)
        {
            var walk = WalkOver(watched, range);
            while (walk.Next())
            {
                spans.Add(new JudgedSpan(
                    UnixSeconds.At(walk.Start), UnixSeconds.At(walk.End), walk.Judgement.Verdict, walk.Judgement.Impact,
                    walk.Judgement.Rule, CodeOf(walk.Piece), walk.Actual, walk.State < 0 ? null : walk.State,
                    watched.Timeline.DayOf(walk.Piece).Version));
            }
        }

        return spans;
    }

    /// <summary>The events of an agent that count from a second of a range on, in order.</summary>
    public IReadOnlyList<AgentEvent> Events(AgentId agent, Interval range)
    {
        var events = new List<AgentEvent>();
        for (var i = 0; Find(agent) is { } watched && i < watched.Events.Count; i++)
        {
            ref readonly var one = ref watched.Events[i];
            var counts = UnixSeconds.At(_context.Clocks.Second(one));
            if (range.Contains(counts))
            {
                events.Add(new AgentEvent(
                    Instant.FromUnixTimeMilliseconds(one.AtMilliseconds), counts, one.State, one.Seq));
            }
        }

        return events;
    }

    private (uint Start, uint End) Clip(WatchedAgent agent, Interval range)
    {
        var start = range.HasStart ? Math.Max(_from, UnixSeconds.Floor(range.Start)) : _from;
        var last = Math.Min(_now, agent.EndsAt);
        return (start, range.HasEnd ? Math.Min(last, UnixSeconds.Floor(range.End)) : last);
    }

    private SpanWalk WalkOver(WatchedAgent agent, Interval range)
    {
        var (start, end) = Clip(agent, range);
        return new SpanWalk(agent, _context, start, end);
    }

    private static void Count(ref AdherenceTotals sum, in SpanWalk walk, uint seconds)
    {
        ref readonly var piece = ref walk.Piece;
        sum.AddActual(walk.Actual, seconds);
        sum.AddVerdict(walk.Judgement.Verdict, piece.Has(PieceFlags.Scheduled), seconds);
        sum.ScheduledOnQueue += piece.Has(PieceFlags.OnQueue) ? seconds : 0;
        if (walk.Judgement.Verdict is not (Verdict.Unknown or Verdict.Ignored))
        {
            sum.ScheduledWork += piece.Has(PieceFlags.Work) ? seconds : 0;
            sum.Work += Piece.IsAtWork(walk.Actual) ? seconds : 0;
        }
    }

    private AdherenceException? ExceptionOf(WatchedAgent agent, in SpanWalk walk)
    {
        ref readonly var piece = ref walk.Piece;
        var (verdict, impact, rule) = walk.Judgement;
        var isOne = verdict is Verdict.Out or Verdict.Unscheduled or Verdict.Explained
            || (verdict == Verdict.Unknown && piece.Has(PieceFlags.Scheduled));
        var day = agent.Timeline.DayOf(piece);
        return !isOne ? null : new AdherenceException(
            UnixSeconds.At(walk.Start), UnixSeconds.At(walk.End), false, verdict, impact, rule, CodeOf(piece),
            walk.Actual, walk.State < 0 ? null : walk.State, day.Version,
            rule == VerdictRule.ToldTooLate ? day.ToldAt : null,
            rule == VerdictRule.Approved ? agent.Timeline.ApprovalOf(piece)!.Id : null);
    }

    // Another state that counts as the same does not begin another exception.
    private static bool IsSame(AdherenceException one, AdherenceException next) =>
        one.End == next.Start && one == next with { Start = one.Start, End = one.End, State = one.State };
}
