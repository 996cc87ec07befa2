using Muster.Domain.Demand;

namespace Muster.Server.Intraday;

/// <summary>What was forecast for a day.</summary>
/// <param name="Forecast">Null: nothing was.</param>
/// <param name="Notes">What of it cannot be used, in sentences.</param>
public sealed record ForecastOfDay(
    ForecastScenario? Forecast, IReadOnlyList<GroupForecast> Groups, IReadOnlyList<string> Notes)
{
    public static ForecastOfDay None { get; } = new(null, [], []);
}
