using Muster.Forecasting.Results;

namespace Muster.Forecasting.Intraday;

/// <summary>The rest of a day, forecast again from what came so far.</summary>
/// <param name="Ratio">What came so far against what was forecast.</param>
/// <param name="Carried">How much of the deviation the rest of the day shares.</param>
/// <param name="Day">The same day: its known intervals as they were, the rest multiplied.</param>
public sealed record IntradayForecast(double Ratio, double Carried, ForecastDay Day)
{
    /// <summary>By how much the rest of the day was multiplied.</summary>
    public double Factor => 1 + Carried * (Ratio - 1);

    /// <param name="day">The forecast of the morning.</param>
    /// <param name="actual">Volumes by interval from midnight on, as far as known; NaN where nobody knows.</param>
    /// <param name="law">As learned, see <see cref="Forecast.Intraday"/>.</param>
    public static IntradayForecast Update(ForecastDay day, IReadOnlyList<double> actual, IntradayLaw law)
    {
        var (came, said, all) = (0.0, 0.0, 0.0);
        for (var slot = 0; slot < day.Volumes.Count; slot++)
        {
            var volume = day.Volumes[slot] * day.Occurrences[slot];
            var isKnown = slot < actual.Count && double.IsFinite(actual[slot]) && actual[slot] >= 0 && day.Open[slot];
            came += isKnown ? actual[slot] * day.Occurrences[slot] : 0;
            said += isKnown ? volume : 0;
            all += volume;
        }

        var ratio = said > 0 ? came / said : 1;
        var carried = all > 0 ? law.CarriedAt(said / all) : 0;
        var rest = Math.Max(0, 1 + carried * (ratio - 1));
        double FactorAt(int slot) => slot < actual.Count ? 1 : rest;
        return new IntradayForecast(ratio, carried, day with
        {
            Volumes = [.. day.Volumes.Select((volume, slot) => volume * FactorAt(slot))],
            Ranges = [.. day.Ranges.Select((range, slot) => range.Times(FactorAt(slot)))],
        });
    }
}
