using NodaTime;

namespace Muster.Forecasting.History;

/// <summary>Days of which the rows show how long intervals are: nearly all of them equally far apart.</summary>
internal static class ClearDays
{
    private const int FewestRows = 6;
    private const double NearlyAll = 0.8;

    // Of a queue with a contact now and then, six rows of a day may happen to be an hour apart.
    private const int FewestDays = 5;
    private const double GoodPart = 0.2;

    /// <param name="days">The gaps of each day.</param>
    /// <returns>The lengths by day, of those lengths that enough days show.</returns>
    public static Dictionary<LocalDate, int> Find(IReadOnlyCollection<List<RowGap>> days)
    {
        var lengths = new Dictionary<LocalDate, int>();
        foreach (var gaps in days.Where(gaps => gaps.Count >= FewestRows - 1))
        {
            var most = gaps.CountBy(gap => gap.Minutes).MaxBy(length => length.Value);
            if (IntervalSeries.Lengths.Contains(most.Key)
                && gaps.Count(gap => gap.Minutes == most.Key && LiesOn(most.Key, gap)) >= NearlyAll * gaps.Count)
            {
                lengths[gaps[0].Date] = most.Key;
            }
        }

        var enough = Math.Min(FewestDays, GoodPart * days.Count);
        var shown = lengths.CountBy(day => day.Value).Where(length => length.Value >= enough)
            .Select(length => length.Key).ToHashSet();
        return lengths.Where(day => shown.Contains(day.Value)).ToDictionary();
    }

    /// <summary>Whether what lies beyond the days that show it goes with a length as well.</summary>
    public static bool Fits(int length, IEnumerable<List<RowGap>> others)
    {
        var gaps = others.SelectMany(day => day).ToArray();
        return gaps.Count(gap => LiesOn(length, gap)) >= NearlyAll * gaps.Length;
    }

    private static bool LiesOn(int length, RowGap gap) => gap.Minute % length == 0 && gap.Minutes % length == 0;
}
