using Muster.Server.Demand;

namespace Muster.Server.Api.Demand;

/// <summary>A group's forecast beside what came since.</summary>
public sealed record AccuracyView(IReadOnlyList<ActualHorizonView> Horizons, IReadOnlyList<ActualDayView> Days)
{
    public static AccuracyView Of(IReadOnlyList<ActualDay> days) => new(
        [.. days.GroupBy(day => day.Horizon).Select(same => ActualHorizonView.Of(same.Key.ToString(), [.. same]))],
        [.. days.Select(ActualDayView.Of)]);
}
