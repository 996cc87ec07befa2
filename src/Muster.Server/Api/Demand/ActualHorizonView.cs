using Muster.Server.Demand;

namespace Muster.Server.Api.Demand;

/// <summary>How a horizon turned out. Errors are parts of 1; null while nothing has come.</summary>
/// <param name="Inside80">The part of the intervals within the 80 % range.</param>
public sealed record ActualHorizonView(
    string Horizon, int Days, double? Wape, double? Bias, double? LayeredWape, double? LayeredBias, double? Inside80)
{
    public static ActualHorizonView Of(string horizon, IReadOnlyList<ActualDay> days)
    {
        var all = days.SelectMany(day => day.Intervals).ToList();
        var actual = all.Sum(interval => interval.Actual);
        double? Part(double value) => actual > 0 ? value / actual : null;
        return new ActualHorizonView(
            horizon, days.Count,
            Part(all.Sum(interval => Math.Abs(interval.Machine - interval.Actual))),
            Part(all.Sum(interval => interval.Machine - interval.Actual)),
            Part(all.Sum(interval => Math.Abs(interval.Layered - interval.Actual))),
            Part(all.Sum(interval => interval.Layered - interval.Actual)),
            all.Count > 0 ? (double)all.Count(interval => interval.IsInRange) / all.Count : null);
    }
}
