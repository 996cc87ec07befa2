using Muster.Adherence.Engine;
using Muster.Adherence.Events;
using Muster.Adherence.Results;
using Muster.Domain.Time;
using Muster.Storage.Adherence;
using NodaTime;

namespace Muster.Server.Adherence.Results;

/// <summary>Makes the rows that are stored of what engines have judged. Used by one strand.</summary>
internal sealed class RowMaking
{
    private readonly List<ResultRange> _ranges = [];
    private readonly List<IntervalRow> _intervals = [];
    private readonly List<ExceptionRow> _exceptions = [];
    private readonly List<IntervalTotals> _totals = [];

    /// <summary>How many rows were made since they were last taken.</summary>
    public int Count => _intervals.Count + _exceptions.Count;

    /// <summary>The rows of an agent's time.</summary>
    /// <param name="range">At whole quarters of an hour, with an end up to which was judged.</param>
    /// <param name="first">When the first day began of which there are to be rows.</param>
    public void Add(AdherenceEngine engine, StateTable states, Whereabouts who, Interval range, Instant first)
    {
        _totals.Clear();
        engine.Totals(who.Agent, range, _totals);
        _intervals.AddRange(_totals.Where(one => one.HasContent).Select(one => new IntervalRow(
            who.Agent, one.Start.ToDateTimeOffset(), CountersOf(one.Totals))));
        var from = range.Start;
        foreach (var one in engine.Exceptions(who.Agent, range))
        {
            foreach (var (day, part) in Cut(one, who.Zone))
            {
                // What ended before, or lies in a day before, stays as it is stored.
                if (part.End >= range.Start && part.Start >= first)
                {
                    from = Instant.Min(from, part.Start);
                    _exceptions.Add(RowOf(states, who, one, day) with
                    {
                        Start = part.Start.ToDateTimeOffset(),
                        End = part.End.ToDateTimeOffset(),
                    });
                }
            }
        }

        _ranges.Add(new ResultRange(
            who.Agent, range.Start.ToDateTimeOffset(), from.ToDateTimeOffset(), range.End.ToDateTimeOffset()));
    }

    /// <summary>What was made; it begins anew then.</summary>
    public ResultRows Take()
    {
        ResultRows rows = new([.. _ranges], [.. _intervals], [.. _exceptions]);
        _ranges.Clear();
        _intervals.Clear();
        _exceptions.Clear();
        return rows;
    }

    // In the order of the columns of adherence_interval.
    private static short[] CountersOf(in AdherenceTotals totals)
    {
        var actual = totals.Actual;
        return
        [
            (short)totals.In, (short)totals.Out, (short)totals.Explained, (short)totals.Unknown, (short)totals.Ignored,
            (short)totals.Unscheduled, (short)totals.UnscheduledExplained, (short)totals.ScheduledOnQueue,
            (short)totals.ScheduledWork, (short)totals.Work,
            .. Enum.GetValues<Actual>().Select(kind => (short)actual.Of(kind)),
        ];
    }

    private static IEnumerable<(LocalDate Day, Interval Part)> Cut(AdherenceException one, DateTimeZone zone)
    {
        for (var at = one.Start; at < one.End;)
        {
            var day = Days.At(at, zone);
            var end = Instant.Min(one.End, Days.Start(day.PlusDays(1), zone));
            yield return (day, new Interval(at, end));
            at = end;
        }
    }

    private static ExceptionRow RowOf(StateTable states, Whereabouts who, AdherenceException one, LocalDate day)
    {
        var state = one.State is { } number ? states.StateOf(number) : (SourceState?)null;
        return new ExceptionRow
        {
            Agent = who.Agent,
            Day = day,
            Start = default,
            End = default,
            Verdict = ResultWords<Verdict>.Of(one.Verdict),
            Impact = ResultWords<Impact>.Of(one.Impact),
            Rule = ResultWords<VerdictRule>.Of(one.Rule),
            ActivityCode = one.Scheduled?.Value,
            Actual = ResultWords<Actual>.Of(one.Actual),
            Source = state?.Source,
            State = state?.State,
            Reason = state?.Reason,
            ScheduleVersion = one.ScheduleVersion,
            ToldAt = one.ToldAt?.ToDateTimeOffset(),
            Approval = one.ApprovalId,
        };
    }
}
