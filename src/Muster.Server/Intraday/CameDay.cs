using Muster.Forecasting.Results;
using Muster.Server.Demand;
using Muster.Storage.Demand;
using NodaTime;

namespace Muster.Server.Intraday;

/// <summary>What came to some queues on a day, as far as it is told. Pure.</summary>
public sealed record CameDay(IReadOnlyList<CameInterval> Intervals)
{
    /// <summary>
    /// Sources tell of an interval at about the same time. One that is further behind has gone silent, and holds nobody
    /// up.
    /// </summary>
    public static readonly Duration MostBehind = Duration.FromHours(1);

    /// <summary>Queues of which sources should tell, and have told nothing on this day.</summary>
    public IReadOnlyList<SilentQueue> Silent { get; init; } = [];

    /// <summary>The silent queues without which the others went on.</summary>
    public IReadOnlyList<SilentQueue> Missed =>
        [.. Told().Where(one => one.IsLeft).Select(one => one.Silent).OfType<SilentQueue>()];

    /// <summary>
    /// Up to when every source has told, of intervals of every length. Null: nothing is told. What ends later is told
    /// in part, and looks as if little had come.
    /// </summary>
    public Instant? Until
    {
        get
        {
            var awaited = Told().Where(one => !one.IsLeft).ToList();
            return awaited.Count == 0 ? null : awaited.Min(one => one.End);
        }
    }

    /// <summary>The sources that have gone silent, or no longer tell of some queues, and since when.</summary>
    public IReadOnlyList<(int Source, Instant Since)> LeftBehind =>
    [
        .. Told().Where(one => one is { IsLeft: true, Silent: null, Source: not null })
            .GroupBy(one => one.Source!.Value)
            .Select(source => (source.Key, source.Min(one => one.End))),
    ];

    /// <summary>
    /// By the intervals of a frame; null where nothing is told. One that is longer than these is parted as the forecast
    /// expects it, or evenly; of one that lies over midnight the day has its part.
    /// </summary>
    /// <param name="weights">What is forecast in each interval; null: nothing is known.</param>
    public IReadOnlyList<ContactSums?> By(DayFrame frame, IReadOnlyList<double>? weights)
    {
        var sums = new ContactSums?[frame.Intervals.Count];
        foreach (var one in Intervals)
        {
            var parts = PartsOf(one, frame, weights);
            if (parts.Sum(part => part.Weight) <= 0)
            {
                parts = PartsOf(one, frame, null);
            }

            var (all, ofDay) = (parts.Sum(part => part.Weight), PartOf(frame.Day, one));
            foreach (var (index, weight) in parts)
            {
                sums[index] = (sums[index] ?? default) + (one.Sums * (ofDay * weight / all));
            }
        }

        return sums;
    }

    /// <summary>What of a forecast's day is known, up to a moment.</summary>
    public DaySoFar SoFar(ForecastDay day, DayFrame frame, Instant moment)
    {
        if (Until is not { } until)
        {
            return new DaySoFar(day.Date, []);
        }

        var rows = By(frame, [.. frame.ClockSlots.Select(slot => day.Volumes[slot])]).Index()
            .Where(row => row.Item is not null)
            .Select(row => new HistorySum(
                frame.Intervals[row.Index].Start.ToDateTimeOffset(), frame.Minutes, row.Item!.Value.Offered,
                row.Item.Value.Handled, row.Item.Value.HandleSeconds))
            .ToList();
        return DaySoFar.Of(day.Date, rows, frame.Minutes, frame.Zone, Instant.Min(moment, until));
    }

    // A source may tell of some queues by the hour and of others by the quarter: the hour is told later.
    // One that has told nothing is awaited from when the first began, and something was expected of it.
    private List<(int? Source, Instant End, bool IsLeft, SilentQueue? Silent)> Told()
    {
        var told = (Intervals.Any(one => one.Source is not null)
            ? Intervals.Where(one => one.Source is not null)
            : Intervals).ToList();
        if (told.Count == 0)
        {
            return [];
        }

        var (first, longest, last) = (
            told.Min(one => one.Start), told.Max(one => one.Minutes), told.Max(one => one.End));
        var ends = told.GroupBy(one => (one.Source, one.Minutes))
            .Select(some => (
                some.Key.Source, some.Key.Minutes, End: some.Max(one => one.End), Silent: (SilentQueue?)null))
            .Concat(Silent.Select(one => (
                Source: (int?)one.Source, Minutes: longest, End: Instant.Max(first, one.From),
                Silent: (SilentQueue?)one)));
        return
        [
            .. ends.Select(one => (
                one.Source, one.End, one.End < last - MostBehind - Duration.FromMinutes(one.Minutes), one.Silent)),
        ];
    }

    private static List<(int Index, double Weight)> PartsOf(
        CameInterval one, DayFrame frame, IReadOnlyList<double>? weights)
    {
        var parts = new List<(int, double)>();
        for (var index = IndexAt(frame, one.Start); index < frame.Intervals.Count; index++)
        {
            var slot = frame.Intervals[index];
            if (slot.Start >= one.End)
            {
                break;
            }

            var overlap = Instant.Min(slot.End, one.End) - Instant.Max(slot.Start, one.Start);
            parts.Add((index, overlap.TotalSeconds / slot.Duration.TotalSeconds * (weights?[index] ?? 1)));
        }

        return parts;
    }

    private static double PartOf(Interval day, CameInterval one) =>
        (Instant.Min(day.End, one.End) - Instant.Max(day.Start, one.Start)) / (one.End - one.Start);

    private static int IndexAt(DayFrame frame, Instant at) =>
        Math.Max(0, (int)Math.Floor((at - frame.Day.Start).TotalMinutes / frame.Minutes));
}
