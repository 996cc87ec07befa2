namespace Muster.Forecasting.Staffing;

/// <summary>A reason why paid people are not on queue: holiday, illness, training, breaks.</summary>
/// <param name="Share">The part of paid time, 0 to below 1.</param>
public readonly record struct ShrinkageKind(string Name, double Share);
