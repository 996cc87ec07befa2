using Muster.Forecasting.Results;

namespace Muster.Forecasting.Selection;

/// <summary>The method, or the methods in equal parts, that a horizon is forecast with.</summary>
/// <param name="Methods">Places in the list of methods; more than one is a combination.</param>
/// <param name="Reason">One sentence for a planner.</param>
/// <param name="Scores">Every method that was tried, the best first.</param>
internal sealed record Choice(
    Horizon Horizon, string Name, IReadOnlyList<int> Methods, string Reason, IReadOnlyList<MethodScore> Scores)
{
    /// <summary>By rehearsal: what it said; for a combination, its members chosen without that rehearsal.</summary>
    public IReadOnlyList<double[][]?> Predictions { get; init; } = [];

    public static double[][] Mean(IReadOnlyList<double[][]> predictions) => predictions.Count == 1 ? predictions[0]
        : [.. predictions[0].Select((profile, day) => profile
            .Select((_, slot) => predictions.Average(prediction => prediction[day][slot])).ToArray())];
}
