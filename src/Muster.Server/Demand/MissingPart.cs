using Muster.Domain.Demand;
using Muster.Domain.Outcomes;
using Muster.Storage.Demand;

namespace Muster.Server.Demand;

/// <summary>Why a planning group has no forecast, and whether there will be one.</summary>
public static class MissingPart
{
    public static Refusal Of(ForecastScenario forecast, ForecastGroupRow part) => new Refusal.Conflict(
        part.Trouble is { } trouble ? $"This planning group has no forecast: {trouble}"
        : forecast.State switch
        {
            ForecastState.Cancelled => "The forecast was cancelled before this planning group's turn.\n"
                + "Maybe ask for a new one.",
            ForecastState.Failed or ForecastState.Done =>
                $"This planning group was not forecast: {forecast.Sentence}\nMaybe ask for a new forecast.",
            _ => "The forecast is not made yet.\nMaybe wait a moment.",
        });
}
