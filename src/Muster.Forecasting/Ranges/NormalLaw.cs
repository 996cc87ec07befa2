namespace Muster.Forecasting.Ranges;

/// <summary>The normal law, as far as ranges need it.</summary>
internal static class NormalLaw
{
    /// <summary>Inverse of the distribution function: Abramowitz and Stegun 26.2.23, error below 4.5e-4.</summary>
    public static double Quantile(double part)
    {
        var tail = Math.Sqrt(-2 * Math.Log(Math.Min(part, 1 - part)));
        var value = tail - (2.515517 + tail * (0.802853 + tail * 0.010328))
            / (1 + tail * (1.432788 + tail * (0.189269 + tail * 0.001308)));
        return part < 0.5 ? -value : value;
    }

    /// <summary>A draw, by Box and Muller.</summary>
    public static double Draw(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
