namespace Muster.Forecasting.Cleaning;

/// <summary>
/// What an ordinary week looks like, by weekday and interval, as trimmed means; and how high the weeks were, day by
/// day, as running medians. Both are hardly moved by wild days: they are what days are judged by.
/// </summary>
internal sealed class UsualWeek
{
    private const int MostDays = 26;
    private const double Trim = 0.2;

    // A running median looks so many days with numbers to either side.
    private const int Reach = 10;

    private readonly DayTable _table;

    private readonly double[][] _profiles;

    private readonly int _end;

    public UsualWeek(DayTable table, int end)
    {
        (_table, _end) = (table, end);
        var days = Enumerable.Range(table.First, end - table.First)
            .Where(day => table.KindAt(day) == DayKind.Ordinary).ToArray();
        _profiles = [.. Enumerable.Range(0, 7).Select(weekday => ProfileOf(
            [.. days.Where(day => DayNumber.Weekday(day) == weekday).TakeLast(MostDays)]))];
        Levels = LevelsOf(days);
    }

    /// <summary>How much higher than usual the days around a day were, by day from the table's first on.</summary>
    public double[] Levels { get; }

    public double[] Profile(int weekday) => _profiles[weekday];

    /// <summary>A day's volume against its weekday's, in the intervals that have a number.</summary>
    public double Ratio(ReadOnlySpan<double> values, int weekday)
    {
        var (seen, usual) = (0.0, 0.0);
        var profile = _profiles[weekday];
        for (var slot = 0; slot < values.Length; slot++)
        {
            var isCounted = !double.IsNaN(values[slot]);
            seen += isCounted ? values[slot] : 0;
            usual += isCounted ? profile[slot] : 0;
        }

        return (seen + 1) / (usual + 1);
    }

    private double[] ProfileOf(int[] days)
    {
        var profile = new double[_table.Slots.Count];
        var values = new double[days.Length];
        for (var slot = 0; slot < profile.Length; slot++)
        {
            var count = 0;
            foreach (var day in days)
            {
                var value = _table.Values[day - _table.First][slot];
                values[count] = value;
                count += double.IsNaN(value) ? 0 : 1;
            }

            profile[slot] = count == 0 ? 0
                : count is 3 or 4 ? Statistics.Median(values.AsSpan(0, count))
                : Statistics.TrimmedMean(values.AsSpan(0, count), Trim);
        }

        return profile;
    }

    private double[] LevelsOf(int[] days)
    {
        var ratios = days.Select(day => Ratio(_table.Values[day - _table.First], DayNumber.Weekday(day))).ToArray();
        var levels = new double[_end - _table.First];
        var window = new double[2 * Reach];
        for (var (day, next) = (0, 0); day < levels.Length; day++)
        {
            while (next < days.Length && days[next] < _table.First + day)
            {
                next++;
            }

            var (from, to) = (Math.Max(0, next - Reach), Math.Min(days.Length, next + Reach));
            ratios.AsSpan(from, to - from).CopyTo(window);
            levels[day] = to == from ? 1 : Statistics.Median(window.AsSpan(0, to - from));
        }

        return levels;
    }
}
