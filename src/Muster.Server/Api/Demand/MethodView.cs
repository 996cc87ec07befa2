using Muster.Forecasting.Results;

namespace Muster.Server.Api.Demand;

/// <summary>How a method did on the queue's own past.</summary>
/// <param name="Wape">Sum of absolute errors over sum of volumes, as a part of 1; null: not measured.</param>
public sealed record MethodView(string Method, double? Wape)
{
    public static MethodView Of(MethodScore score) => new(score.Method, Numbers.Known(score.Wape));
}
