namespace Muster.Simulation.Results;

/// <summary>A figure with how uncertain it is.</summary>
/// <param name="HalfWidth">
/// The true value lies within this distance with 95 % confidence; null where one batch cannot tell.
/// </param>
public readonly record struct Estimate(double Value, double? HalfWidth);
