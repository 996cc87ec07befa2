using Muster.Forecasting.Results;

namespace Muster.Server.Api.Demand;

/// <summary>
/// How a horizon was forecast, why so, and how well that did on the queue's own past. Errors are parts of 1.
/// </summary>
/// <param name="Horizon">"week 1", "weeks 2 to 4" or "beyond week 4".</param>
/// <param name="Rehearsals">How many times the past was forecast; 0 when it was too short.</param>
/// <param name="Mase">Mean absolute error over that of "last week again" within the history.</param>
/// <param name="Bias">Above 0 is too much.</param>
/// <param name="Coverage80">Part of the intervals within the 80 % range that the other rehearsals had shown.</param>
/// <param name="DayCoverage80">The same of the totals of days.</param>
/// <param name="PoissonFloor">The error that pure chance alone makes.</param>
/// <param name="Tried">Every method, the best first.</param>
public sealed record HorizonView(
    string Horizon,
    string Method,
    string Reason,
    int Rehearsals,
    double? Wape,
    double? NaiveWape,
    double? Mase,
    double? Bias,
    double? Coverage80,
    double? Coverage95,
    double? DayCoverage80,
    double? DayCoverage95,
    double? PoissonFloor,
    IReadOnlyList<MethodView> Tried)
{
    public static HorizonView Of(HorizonAccuracy accuracy) => new(
        accuracy.Horizon.ToString(), accuracy.Method, accuracy.Reason, accuracy.Rehearsals,
        Numbers.Known(accuracy.Wape), Numbers.Known(accuracy.NaiveWape), Numbers.Known(accuracy.Mase),
        Numbers.Known(accuracy.Bias), Numbers.Known(accuracy.Coverage80), Numbers.Known(accuracy.Coverage95),
        Numbers.Known(accuracy.DayCoverage80), Numbers.Known(accuracy.DayCoverage95),
        Numbers.Known(accuracy.PoissonFloor), [.. accuracy.Tried.Select(MethodView.Of)]);
}
