using System.Globalization;
using NodaTime;

namespace Muster.Forecasting.History;

/// <summary>
/// Tells intervals that are longer at some times of the day than at others, such as half hours at night, from single
/// rows that are absent: day after day the next row is equally far away.
/// </summary>
internal static class LengthByTime
{
    public const int Grid = 5;

    private const int FewestDays = 5;
    private const double NearlyAll = 0.8;

    // An hour without rows at noon is a pause, no length.
    private const int FewestTimes = 4;

    /// <param name="days">Those that do not show one length.</param>
    /// <returns>By steps of the grid from midnight; null when not two lengths show.</returns>
    public static int[]? Find(IEnumerable<List<RowGap>> days)
    {
        var found = new int[OpeningHours.MinutesPerDay / Grid];
        foreach (var time in days.SelectMany(day => day).Where(gap => gap.Minute % Grid == 0)
            .GroupBy(gap => gap.Minute / Grid))
        {
            var most = time.CountBy(gap => gap.Minutes).MaxBy(length => length.Value);
            var count = time.Count();
            found[time.Key] = count >= FewestDays && most.Value >= NearlyAll * count
                && IntervalSeries.Lengths.Contains(most.Key) ? most.Key : 0;
        }

        var lengths = found.Where(length => length > 0).CountBy(length => length)
            .Where(length => length.Value >= FewestTimes).Select(length => length.Key).ToHashSet();
        return lengths.Count < 2 ? null : Filled([.. found.Select(length => lengths.Contains(length) ? length : 0)]);
    }

    /// <summary>Whether a day goes with these at least as well as with one length.</summary>
    public static bool Explains(int[] byTime, List<RowGap> day, int length) =>
        day.Count(gap => byTime[gap.Minute / Grid] == gap.Minutes) >= day.Count(gap => gap.Minutes == length);

    /// <summary>"30 minutes until 06:00, 15 until 22:00 and 30 from then".</summary>
    public static string Words(int[] byTime)
    {
        var changes = Enumerable.Range(1, byTime.Length - 1).Where(step => byTime[step] != byTime[step - 1]).ToArray();
        var parts = changes.Select((step, i) => string.Create(CultureInfo.InvariantCulture,
            $"{byTime[step - 1]}{(i == 0 ? " minutes" : "")} until {Clock(step)}"));
        return string.Create(
            CultureInfo.InvariantCulture, $"{string.Join(", ", parts)} and {byTime[^1]} from then");
    }

    private static string Clock(int step) =>
        LocalTime.FromMinutesSinceMidnight(step * Grid).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Times that show none have that of the time before; those before the first, that of the first.</summary>
    private static int[] Filled(int[] lengths)
    {
        var last = lengths.First(length => length > 0);
        for (var step = 0; step < lengths.Length; step++)
        {
            lengths[step] = last = lengths[step] > 0 ? lengths[step] : last;
        }

        return lengths;
    }
}
