using Muster.Adherence.Results;
using Muster.Domain.Time;
using NodaTime;

namespace Muster.Server.Adherence.History;

/// <summary>
/// The time that is asked for in numbered parts: days and intervals are counted from 1970 on, so that a number means
/// the same whoever asks; the whole is number 0.
/// </summary>
internal sealed class HistoryAxis
{
    private const int DaysAtOnce = 31;

    private static readonly long IntervalSeconds = (long)IntervalTotals.Length.TotalSeconds;
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    private readonly HistoryStep _step;
    private readonly (LocalDate From, LocalDate End) _days;

    public HistoryAxis(HistoryBy by, HistoryScope scope)
    {
        (_step, _days) = (StepOf(by), scope.StoredDays);
        var zones = scope.Zones;
        var isEmpty = _days.From >= _days.End || zones.Count == 0;
        (First, End) = isEmpty ? (0, 0) : _step switch
        {
            HistoryStep.Day => (NumberOf(_days.From), NumberOf(_days.End)),
            HistoryStep.Interval => (
                zones.Min(zone => NumberOf(Days.Start(_days.From, zone))),
                zones.Max(zone => NumberOf(Days.Start(_days.End, zone)))),
            _ => (0, 1),
        };
    }

    /// <summary>The first part.</summary>
    public long First { get; }

    /// <summary>The part after the last.</summary>
    public long End { get; }

    /// <summary>So many parts are read at once at most, that none of the reading takes long.</summary>
    public int MostAtOnce => _step switch
    {
        HistoryStep.Day => DaysAtOnce,
        HistoryStep.Interval => (int)(DaysAtOnce * NodaConstants.SecondsPerDay / IntervalSeconds),
        _ => 1,
    };

    /// <summary>The day of a part; null: it is no day.</summary>
    public LocalDate? DayOf(long part) => _step == HistoryStep.Day ? Epoch.PlusDays((int)part) : null;

    /// <summary>When an interval begins; null: it is none.</summary>
    public Instant? StartOf(long part) =>
        _step == HistoryStep.Interval ? Instant.FromUnixTimeSeconds(part * IntervalSeconds) : null;

    /// <summary>The time of some parts by the clocks of a zone, as it can be read at once.</summary>
    public IEnumerable<HistoryWindow> Windows(HistorySlice slice, DateTimeZone zone)
    {
        if (_step != HistoryStep.Whole)
        {
            var count = (int)(slice.EndPart - slice.Part);
            yield return new HistoryWindow(
                slice.Part, [.. Enumerable.Range(0, count).Select(part => Bound(slice.Part + part, zone))],
                Bound(slice.EndPart, zone));
            yield break;
        }

        for (var from = _days.From; from < _days.End; from = from.PlusDays(DaysAtOnce))
        {
            var end = LocalDate.Min(from.PlusDays(DaysAtOnce), _days.End);
            yield return new HistoryWindow(slice.Part, [Days.Start(from, zone)], Days.Start(end, zone));
        }
    }

    private Instant Bound(long part, DateTimeZone zone) =>
        StartOf(part) ?? Days.Start(Epoch.PlusDays((int)part), zone);

    private static HistoryStep StepOf(HistoryBy by) => by switch
    {
        HistoryBy.Agent or HistoryBy.Team or HistoryBy.Unit => HistoryStep.Whole,
        HistoryBy.Interval or HistoryBy.AgentInterval => HistoryStep.Interval,
        _ => HistoryStep.Day,
    };

    /// <summary>The number of a day.</summary>
    public static long NumberOf(LocalDate day) => Period.DaysBetween(Epoch, day);

    // Rounded up: an interval belongs to the day in which it begins.
    private static long NumberOf(Instant at) =>
        (at.ToUnixTimeSeconds() + IntervalSeconds - 1) / IntervalSeconds;
}
