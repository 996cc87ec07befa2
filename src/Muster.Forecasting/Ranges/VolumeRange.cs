namespace Muster.Forecasting.Ranges;

/// <summary>Between which volumes an interval will lie: in 80 of 100 cases P10 to P90, in 95 Low95 to High95.</summary>
public readonly record struct VolumeRange(double Low95, double P10, double P90, double High95)
{
    /// <summary>The same, of a volume so many times as high.</summary>
    public VolumeRange Times(double factor) => new(Low95 * factor, P10 * factor, P90 * factor, High95 * factor);

    /// <summary>The same, so many times as far from the middle, never below 0.</summary>
    public VolumeRange Widened(double middle, double factor)
    {
        double Away(double bound) => Math.Max(0, middle + (bound - middle) * factor);
        return new VolumeRange(Away(Low95), Away(P10), Away(P90), Away(High95));
    }
}
