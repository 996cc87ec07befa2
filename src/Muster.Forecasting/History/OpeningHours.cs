using NodaTime;

namespace Muster.Forecasting.History;

/// <summary>When a queue is open in an ordinary week. Closed days of the calendar come on top.</summary>
public sealed class OpeningHours
{
    internal const int MinutesPerDay = 24 * 60;

    private const int Grid = 5;

    private readonly bool[][] _open;

    private OpeningHours(bool[][] open) => _open = open;

    /// <summary>Day and night, all week.</summary>
    public static OpeningHours Always { get; } = Daily(LocalTime.Midnight, LocalTime.Midnight);

    /// <param name="periods">May touch, overlap and leave weekdays out. Times count in steps of five minutes.</param>
    public static OpeningHours Of(IEnumerable<OpenPeriod> periods)
    {
        var open = Empty();
        foreach (var period in periods)
        {
            var day = open[(int)period.Day - 1];
            for (var minute = period.StartMinute; minute < period.EndMinute; minute += Grid)
            {
                day[minute / Grid] = true;
            }
        }

        return new OpeningHours(open);
    }

    /// <summary>The same hours every day, <c>[start, end)</c>; midnight as the end is the end of the day.</summary>
    public static OpeningHours Daily(LocalTime start, LocalTime end) => Of(
        Enumerable.Range(1, 7).Select(day => new OpenPeriod((IsoDayOfWeek)day, start, end)));

    /// <summary>The periods of a week in order, as short a list as can be.</summary>
    public IReadOnlyList<OpenPeriod> Periods() => [.. Enumerable.Range(0, 7).SelectMany(PeriodsOf)];

    /// <summary>Open for at least one minute of that weekday.</summary>
    public bool IsOpen(IsoDayOfWeek day) => _open[(int)day - 1].Contains(true);

    /// <summary>
    /// Which intervals of a weekday are open, by their place on the clock. An interval that is open for a part only
    /// counts as open when that part is at least half of it.
    /// </summary>
    /// <param name="minutes">The length of an interval: a divisor of 60, and a multiple of 5.</param>
    public bool[] Slots(IsoDayOfWeek day, int minutes)
    {
        var parts = minutes / Grid;
        var open = _open[(int)day - 1];
        return [.. Enumerable.Range(0, MinutesPerDay / minutes)
            .Select(slot => 2 * open.AsSpan(slot * parts, parts).Count(true) >= parts)];
    }

    internal static OpeningHours OfSlots(bool[][] slots, int minutes)
    {
        var parts = minutes / Grid;
        return new OpeningHours([.. slots.Select(day => day.SelectMany(o => Enumerable.Repeat(o, parts)).ToArray())]);
    }

    private static bool[][] Empty() => [.. Enumerable.Range(0, 7).Select(_ => new bool[MinutesPerDay / Grid])];

    private IEnumerable<OpenPeriod> PeriodsOf(int day)
    {
        var open = _open[day];
        for (var start = 0; start < open.Length; start++)
        {
            if (!open[start])
            {
                continue;
            }

            var end = start;
            while (end < open.Length && open[end])
            {
                end++;
            }

            yield return new OpenPeriod((IsoDayOfWeek)(day + 1), TimeOf(start), TimeOf(end));
            start = end;
        }
    }

    private static LocalTime TimeOf(int step) => LocalTime.FromMinutesSinceMidnight(step * Grid % MinutesPerDay);
}
