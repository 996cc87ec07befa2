using Muster.Domain.Demand;
using Muster.Forecasting.Layers;
using Muster.Storage.Demand;

namespace Muster.Server.Api.Demand;

/// <summary>A planning group's part of a forecast.</summary>
/// <param name="Trouble">Why there is none; null when there is, or will be.</param>
/// <param name="Minutes">Length of an interval; 0 while there is no forecast.</param>
/// <param name="Horizons">How each part of the future was forecast, and how sure that is.</param>
/// <param name="HandleSeconds">Mean handle time by hour of the day; null: the history does not tell.</param>
/// <param name="Layers">People's changes, the lowest first.</param>
/// <param name="Staffing">What the requirement is reckoned by.</param>
public sealed record ForecastGroupView(
    Guid ForecastId,
    Guid PlanningGroupId,
    long Version,
    string? Trouble,
    string? Zone,
    int Minutes,
    IReadOnlyList<ForecastDayView> Days,
    IReadOnlyList<HorizonView> Horizons,
    IReadOnlyList<RemarkView> Remarks,
    IReadOnlyList<double>? HandleSeconds,
    IReadOnlyList<DemandLayer> Layers,
    StaffingTerms Staffing)
{
    public static ForecastGroupView Of(ForecastGroupRow row, LayeredForecast? forecast) => new(
        row.Forecast.Value, row.Group.Value, row.Version, row.Trouble, forecast?.Machine.Zone.Id,
        forecast?.Machine.Minutes ?? 0,
        [.. (forecast?.Machine.Days ?? []).Zip(
            forecast?.Days ?? [], (machine, layered) => ForecastDayView.Of(forecast!.Machine, machine, layered))],
        [.. (forecast?.Machine.Accuracy ?? []).Select(HorizonView.Of)],
        [.. (forecast?.Machine.Remarks ?? []).Select(RemarkView.Of)],
        row.HandleSeconds, DemandJson.Read<IReadOnlyList<DemandLayer>>(row.Layers), row.Staffing);
}
