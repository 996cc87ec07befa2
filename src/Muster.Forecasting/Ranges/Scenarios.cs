using Muster.Forecasting.Results;

namespace Muster.Forecasting.Ranges;

/// <summary>
/// Draws ways in which coming days may turn out, for staffing under uncertainty: each day has a lognormal factor, like
/// the day's before; each interval a gamma factor of its own; and the count is Poisson. Variances are those of the
/// rehearsals.
/// </summary>
public static class Scenarios
{
    private const double LargeMean = 500;

    /// <param name="seed">The same seed draws the same scenarios.</param>
    /// <param name="isCounts">
    /// False: means instead of whole counts, for staffing formulas that add the chance themselves.
    /// </param>
    public static IReadOnlyList<Scenario> Draw(Forecast forecast, int count, int seed, bool isCounts = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => One(forecast, random, isCounts))];
    }

    private static Scenario One(Forecast forecast, Random random, bool isCounts)
    {
        var factors = new double[forecast.Days.Count];
        var volumes = new double[forecast.Days.Count][];
        var normal = NormalLaw.Draw(random);
        for (var day = 0; day < factors.Length; day++)
        {
            var variation = forecast.AccuracyOf(forecast.Days[day]).Variation;
            var kept = variation.DayCorrelation;
            normal = kept * normal + Math.Sqrt(1 - kept * kept) * NormalLaw.Draw(random);
            var log = Math.Log(1 + variation.DayVariance);
            factors[day] = Math.Exp(Math.Sqrt(log) * normal - log / 2);
            volumes[day] = [.. forecast.Days[day].Volumes.Select(
                volume => Volume(random, factors[day] * volume, variation.IntervalVariance, isCounts))];
        }

        return new Scenario(factors, volumes);
    }

    private static double Volume(Random random, double mean, double variance, bool isCounts)
    {
        if (mean <= 0)
        {
            return 0;
        }

        var own = variance > 1e-9 ? mean * Gamma(random, 1 / variance) * variance : mean;
        return isCounts ? Poisson(random, own) : own;
    }

    /// <summary>Marsaglia and Tsang, 2000; below a shape of 1 by their power of a uniform.</summary>
    private static double Gamma(Random random, double shape)
    {
        if (shape < 1)
        {
            return Gamma(random, shape + 1) * Math.Pow(1 - random.NextDouble(), 1 / shape);
        }

        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var normal = NormalLaw.Draw(random);
            var v = Math.Pow(1 + c * normal, 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < normal * normal / 2 + d - d * v + d * Math.Log(v))
            {
                return d * v;
            }
        }
    }

    private static double Poisson(Random random, double mean) => mean > LargeMean
        ? Math.Max(0, Math.Round(mean + Math.Sqrt(mean) * NormalLaw.Draw(random)))
        : PoissonLaw.Quantile(mean, random.NextDouble());
}
