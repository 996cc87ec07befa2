using System.Globalization;

namespace Muster.Simulation.Chance;

/// <summary>
/// A distribution of times (in seconds) or of factors, given by its quantile function: one uniform number makes one
/// draw, and a larger number a larger draw. Immutable.
/// </summary>
public abstract class Distribution
{
    private Distribution()
    {
    }

    /// <summary>Never happens: the patience of callers who do not hang up. Its value is positive infinity.</summary>
    public static Distribution Never { get; } = new Constant(double.PositiveInfinity);

    /// <summary>Takes no time.</summary>
    public static Distribution Zero { get; } = new Constant(0);

    /// <summary>In the unit of what is drawn; infinite for <see cref="Never"/>.</summary>
    public abstract double Mean { get; }

    /// <exception cref="ArgumentOutOfRangeException">The mean is not above 0 and finite.</exception>
    public static Distribution Exponential(double mean) => new ExponentialTimes(Positive(mean, nameof(mean)));

    /// <param name="mean">Of the values themselves, not of their logarithms.</param>
    /// <param name="cv">Standard deviation divided by mean.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is not above 0 and finite.</exception>
    public static Distribution Lognormal(double mean, double cv) =>
        new LognormalTimes(Positive(mean, nameof(mean)), Positive(cv, nameof(cv)));

    /// <summary>Always the same value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public static Distribution Fixed(double value) => new Constant(NotNegative(value, nameof(value)));

    /// <summary>One of the observed values, each as likely as the others.</summary>
    /// <exception cref="ArgumentException">There is none, or one is negative or not finite.</exception>
    public static Distribution Empirical(IEnumerable<double> values)
    {
        var sorted = values.Select((value, index) => NotNegative(value, $"values[{index}]")).Order().ToArray();
        return sorted.Length > 0
            ? new Observed(sorted)
            : throw new ArgumentException("values is empty.\nMaybe use Lognormal until there are some.",
                nameof(values));
    }

    /// <summary>The value that a share of <paramref name="u"/> does not pass.</summary>
    /// <param name="u">In the open interval (0, 1).</param>
    public abstract double At(double u);

    private static double Positive(double value, string field) => value > 0 && double.IsFinite(value)
        ? value
        : throw Wrong(field, value, "above 0");

    private static double NotNegative(double value, string field) => value >= 0 && double.IsFinite(value)
        ? value
        : throw Wrong(field, value, "0 or more");

    private static ArgumentOutOfRangeException Wrong(string field, double value, string rule) => new(
        field,
        string.Create(CultureInfo.InvariantCulture, $"{field} is {value}; it must be finite and {rule}.\nMaybe use ")
        + "Distribution.Never for callers who do not hang up, Distribution.Zero for what takes no time.");

    private sealed class Constant(double value) : Distribution
    {
        public override double Mean => value;

        public override double At(double u) => value;
    }

    private sealed class ExponentialTimes(double mean) : Distribution
    {
        public override double Mean => mean;

        public override double At(double u) => -mean * Math.Log(1 - u);
    }

    private sealed class LognormalTimes(double mean, double cv) : Distribution
    {
        private readonly double _logMean = Math.Log(mean) - (Math.Log(1 + (cv * cv)) / 2);
        private readonly double _logDeviation = Math.Sqrt(Math.Log(1 + (cv * cv)));

        public override double Mean => mean;

        public override double At(double u) => Math.Exp(_logMean + (_logDeviation * NormalQuantile.At(u)));
    }

    private sealed class Observed(double[] sorted) : Distribution
    {
        public override double Mean { get; } = sorted.Average();

        public override double At(double u) => sorted[(int)(u * sorted.Length)];
    }
}
