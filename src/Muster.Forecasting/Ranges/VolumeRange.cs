namespace Muster.Forecasting.Ranges;

/// <summary>Between which volumes an interval will lie: in 80 of 100 cases P10 to P90, in 95 Low95 to High95.</summary>
public readonly record struct VolumeRange(double Low95, double P10, double P90, double High95);
