using Muster.Forecasting.Cleaning;

namespace Muster.Forecasting.Ranges;

/// <summary>
/// How wrong forecasts of a day's total were: errors in units of sqrt(y + c^2 y^2), and between which of them so many
/// of the days lay (split conformal prediction over whole days). Intervals of a day err together, so their ranges do
/// not add up to one of the day.
/// </summary>
/// <param name="Variance">c^2: variance of the day's mean relative to its square.</param>
/// <param name="Errors">Low95, P10, P90 and High95 in such units.</param>
public sealed record TotalErrors(double Variance, VolumeRange Errors)
{
    // Days of a week err together; one tells as much as about half an independent one.
    private const double IndependentPerDay = 0.5;

    private const double WildestRatio = 3;
    private const int FewestDays = 20;

    private static readonly double[] Parts = [0.025, 0.1, 0.9, 0.975];

    /// <summary>For a history too short to know: as if days were as normal as their variation says.</summary>
    /// <param name="intervals">Between how many intervals a day's contacts are shared, as if evenly.</param>
    public static TotalErrors Of(DayVariation variation, int intervals) => new(
        variation.DayVariance + variation.IntervalVariance / Math.Max(1, intervals),
        RangeOf(NormalLaw.Quantile));

    /// <returns>Null when there are too few days to learn from.</returns>
    internal static TotalErrors? Learn(IReadOnlyCollection<RehearsedDay> days)
    {
        var totals = days.Select(day => day.Total()).Where(total => total.Forecast > 0)
            .Select(total => (Off: Math.Min(total.Ratio, WildestRatio) - 1, total.Forecast)).ToArray();
        if (totals.Length < FewestDays)
        {
            return null;
        }

        var variance = Math.Max(0, totals.Average(total => total.Off * total.Off - 1 / total.Forecast));
        var errors = totals.Select(total => total.Off * total.Forecast / Deviation(total.Forecast, variance)).ToArray();
        Array.Sort(errors);
        var independent = IndependentPerDay * totals.Length;
        return new TotalErrors(
            variance, RangeOf(part => Statistics.Quantile(errors, part + (part - 0.5) * 2 / independent)));
    }

    /// <summary>The same errors, wider: for days further ahead than any rehearsal went.</summary>
    internal TotalErrors Widened(double factor) => new(Variance * factor * factor, Errors.Times(factor));

    /// <param name="total">A day's forecast volume.</param>
    public VolumeRange Range(double total)
    {
        if (!(total > 0))
        {
            return default;
        }

        double Bound(double error, double part)
        {
            var chance = PoissonLaw.Quantile(total, part);
            var bound = total + error * Deviation(total, Variance);
            return Math.Max(0, part < 0.5 ? Math.Min(bound, chance) : Math.Max(bound, chance));
        }

        return new VolumeRange(
            Bound(Errors.Low95, Parts[0]), Bound(Errors.P10, Parts[1]), Bound(Errors.P90, Parts[2]),
            Bound(Errors.High95, Parts[3]));
    }

    private static double Deviation(double total, double variance) => Math.Sqrt(total + variance * total * total);

    private static VolumeRange RangeOf(Func<double, double> quantile) =>
        new(quantile(Parts[0]), quantile(Parts[1]), quantile(Parts[2]), quantile(Parts[3]));
}
