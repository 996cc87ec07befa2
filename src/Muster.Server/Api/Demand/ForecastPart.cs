using Muster.Domain.Demand;
using Muster.Forecasting.Layers;
using Muster.Server.Demand;
using Muster.Storage.Demand;

namespace Muster.Server.Api.Demand;

/// <summary>A planning group's part of a forecast, with the layers on it.</summary>
public sealed class ForecastPart(ForecastScenario forecast, ForecastGroupRow row)
{
    public ForecastScenario Forecast => forecast;

    public ForecastGroupRow Row => row;

    /// <summary>Null while there is none, or when it could not be made.</summary>
    public LayeredForecast? Layered { get; } = row.Machine is { } machine
        ? MachineForecast.With(
            MachineForecast.Read(machine), DemandJson.Read<IReadOnlyList<DemandLayer>>(row.Layers)).Value
        : null;

    public ForecastGroupView View() => ForecastGroupView.Of(row, Layered);
}
