namespace Muster.Forecasting.Ranges;

/// <summary>
/// How volumes vary around a forecast beyond pure chance: whole days together, and intervals within a day.
/// </summary>
/// <param name="DayVariance">
/// Variance of the day factor: what a day's total comes to, as a multiple of its forecast. 0.0016 is a deviation of 4
/// %.
/// </param>
/// <param name="DayCorrelation">Between the day factors of two days in a row, 0 to 0.95.</param>
/// <param name="IntervalVariance">Variance of an interval's factor within its day.</param>
public sealed record DayVariation(double DayVariance, double DayCorrelation, double IntervalVariance)
{
    private const double WildestRatio = 3;

    /// <summary>For a history too short to know.</summary>
    public static DayVariation Unknown { get; } = new(0.01, 0.5, 0.01);

    internal static DayVariation Learn(IReadOnlyList<RehearsedDay> days)
    {
        var totals = days.Select(day => (day.Rehearsal, Total: day.Total())).Where(t => t.Total.Forecast > 0)
            .Select(t => (t.Rehearsal, Off: Math.Min(t.Total.Ratio, WildestRatio) - 1, t.Total.Forecast)).ToArray();
        if (totals.Length < 5)
        {
            return Unknown;
        }

        var all = totals.Average(t => t.Off * t.Off);
        var chance = totals.Average(t => 1 / t.Forecast);
        var variance = Math.Max(0, all - chance);
        var inRow = totals.Zip(totals.Skip(1)).Where(pair => pair.First.Rehearsal == pair.Second.Rehearsal).ToArray();
        var together = inRow.Length == 0 ? 0 : inRow.Average(pair => pair.First.Off * pair.Second.Off);
        var correlation = variance > 0 ? Math.Clamp(together / variance, 0, 0.95) : 0;
        return new DayVariation(variance, correlation, WithinDays(days));
    }

    /// <summary>By moments, beyond chance, after each day's own factor was taken out.</summary>
    private static double WithinDays(IReadOnlyList<RehearsedDay> days)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var day in days)
        {
            var ratio = day.Total().Ratio;
            foreach (var (actual, forecast) in day.Known)
            {
                var expected = ratio * forecast;
                var error = Math.Min(Math.Abs(actual - expected), WildestRatio * expected);
                sum += error * error - expected;
                squares += expected * expected;
            }
        }

        return squares > 0 ? Math.Max(0, sum / squares) : 0;
    }
}
