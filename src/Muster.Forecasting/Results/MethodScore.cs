namespace Muster.Forecasting.Results;

/// <summary>How a method did in the rehearsals of one horizon.</summary>
/// <param name="Wape">
/// Sum of absolute errors over sum of volumes, as a part of 1. Wild days weigh less here, and quiet intervals are
/// taken together, so it may differ from that of <see cref="HorizonAccuracy"/>.
/// </param>
/// <param name="Complexity">0 for the simplest.</param>
public sealed record MethodScore(string Method, double Wape, int Complexity);
