using Muster.Forecasting.Cleaning;

namespace Muster.Forecasting.Ranges;

/// <summary>
/// How wrong forecasts of a horizon were: errors in units of sqrt(y + c^2 y^2), the deviation of a Poisson count whose
/// mean is itself uncertain by a part c, and the quantiles of those (split conformal prediction: Vovk, Gammerman and
/// Shafer 2005). Quiet and busy intervals thus lend each other their errors.
/// </summary>
internal sealed class ErrorModel
{
    // Intervals of a day err together; a day tells as much as about so many independent intervals.
    private const double IndependentPerDay = 4;

    private const double UnknownDeviation = 0.15;
    private const int FewestDays = 5;

    private readonly double[] _sorted;

    private readonly double _independent;

    private ErrorModel(double variance, double[] sorted, double independent) =>
        (Variance, _sorted, _independent) = (variance, sorted, independent);

    /// <summary>c^2: variance of the mean relative to its square, over intervals.</summary>
    public double Variance { get; }

    /// <summary>For a history too short to know: as if forecasts were 15 % off.</summary>
    public static ErrorModel Unknown { get; } = new(UnknownDeviation * UnknownDeviation,
        [.. Enumerable.Range(1, 199).Select(i => NormalLaw.Quantile(i / 200.0))], double.PositiveInfinity);

    /// <returns>Null when there are too few days to learn from.</returns>
    public static ErrorModel? Learn(IReadOnlyCollection<RehearsedDay> days)
    {
        var cells = days.SelectMany(day => day.Known).ToArray();
        if (days.Count < FewestDays || cells.Length == 0)
        {
            return null;
        }

        var variance = VarianceOf(cells, double.PositiveInfinity);
        // Once more, with wild errors cut at four deviations.
        variance = VarianceOf(cells, 4 * Math.Sqrt(variance));
        var errors = cells.Select(cell => (cell.Actual - cell.Forecast) / Deviation(cell.Forecast, variance)).ToArray();
        Array.Sort(errors);
        return new ErrorModel(variance, errors, IndependentPerDay * days.Count);
    }

    /// <summary>The same errors, wider: for days further ahead than any rehearsal went.</summary>
    public ErrorModel Widened(double factor) =>
        new(Variance * factor * factor, [.. _sorted.Select(error => error * factor)], _independent);

    /// <param name="forecast">Volume of an interval.</param>
    public VolumeRange Range(double forecast) =>
        new(Bound(forecast, 0.025), Bound(forecast, 0.1), Bound(forecast, 0.9), Bound(forecast, 0.975));

    private static double Deviation(double forecast, double variance) =>
        Math.Sqrt(forecast + variance * forecast * forecast);

    private static double VarianceOf((double Actual, double Forecast)[] cells, double most)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var (actual, forecast) in cells)
        {
            var error = Math.Min(Math.Abs(actual - forecast), most * forecast + 4 * Math.Sqrt(forecast));
            sum += error * error - forecast;
            squares += forecast * forecast;
        }

        return Math.Max(0, sum / squares);
    }

    /// <summary>
    /// Never inside what pure chance does to a count: a small count is at least as uncertain as Poisson.
    /// </summary>
    private double Bound(double forecast, double part)
    {
        if (forecast <= 0)
        {
            return 0;
        }

        // The finite sample's correction of conformal prediction: a little further out than the empirical quantile.
        var further = part + (part - 0.5) * 2 / _independent;
        var bound = forecast + Statistics.Quantile(_sorted, further) * Deviation(forecast, Variance);
        var chance = PoissonLaw.Quantile(forecast, part);
        return Math.Max(0, part < 0.5 ? Math.Min(bound, chance) : Math.Max(bound, chance));
    }
}
