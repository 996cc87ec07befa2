using Muster.Simulation.Results;

namespace Muster.Server.Api.Demand;

/// <summary>A simulated figure.</summary>
/// <param name="HalfWidth">
/// The true value lies within this distance with 95 % confidence; null: nobody can tell.
/// </param>
public sealed record EstimateView(double Value, double? HalfWidth)
{
    private const int Digits = 4;

    public static EstimateView? Of(Estimate? estimate) => estimate is { } known && double.IsFinite(known.Value)
        ? new EstimateView(
            Math.Round(known.Value, Digits),
            known.HalfWidth is { } width && double.IsFinite(width) ? Math.Round(width, Digits) : null)
        : null;
}
