using Muster.Forecasting.Intraday;
using Muster.Forecasting.Results;
using Muster.Server.Demand;
using NodaTime;

namespace Muster.Server.Api.Demand;

/// <summary>A day's rest, forecast again from what came so far.</summary>
/// <param name="KnownUntil">Up to when it is known what came, on the unit's clocks; null: nothing is.</param>
/// <param name="CameSoFar">In the open intervals that are known.</param>
/// <param name="ForecastSoFar">What had been forecast for these.</param>
/// <param name="CarriedPercent">How much of the deviation the rest shares, as learned from past days.</param>
/// <param name="FactorOfRest">By what the rest is multiplied.</param>
/// <param name="Total">What came, and the rest as forecast again.</param>
/// <param name="ForecastTotal">As it was forecast before the day.</param>
/// <param name="Actual">By interval from midnight on; null where nobody knows.</param>
/// <param name="Rest">Of the intervals to come; null before them and where it is closed.</param>
/// <param name="Low">Of the 80 % range of the rest.</param>
/// <param name="High">Of the 80 % range of the rest.</param>
public sealed record IntradayView(
    LocalDate Date,
    int Minutes,
    LocalTime? KnownUntil,
    double CameSoFar,
    double ForecastSoFar,
    double CarriedPercent,
    double FactorOfRest,
    double Total,
    double ForecastTotal,
    IReadOnlyList<double?> Actual,
    IReadOnlyList<double?> Rest,
    IReadOnlyList<double?> Low,
    IReadOnlyList<double?> High)
{
    private const int MinutesPerDay = 24 * 60;
    private const double Percent = 100;

    public static IntradayView Of(ForecastDay day, DaySoFar soFar, IntradayForecast again, int minutes)
    {
        var known = soFar.Volumes.Count;
        var counted = Enumerable.Range(0, known).Where(slot => day.Open[slot] && double.IsFinite(soFar.Volumes[slot]))
            .ToArray();
        var came = counted.Sum(slot => soFar.Volumes[slot] * day.Occurrences[slot]);
        // What nobody knows of the hours behind, is taken as it was forecast.
        var total = came + Enumerable.Range(0, day.Volumes.Count).Except(counted)
            .Sum(slot => again.Day.Volumes[slot] * day.Occurrences[slot]);
        double? Coming(int slot, double value) => slot >= known && day.Open[slot] ? Numbers.Short(value) : null;
        return new IntradayView(
            day.Date, minutes,
            known == 0 ? null : LocalTime.FromMinutesSinceMidnight(known * minutes % MinutesPerDay),
            Numbers.Short(came), Numbers.Short(counted.Sum(slot => day.Volumes[slot] * day.Occurrences[slot])),
            Numbers.Short(Percent * again.Carried), Numbers.Short(again.Factor), Numbers.Short(total),
            Numbers.Short(day.Total),
            [.. Enumerable.Range(0, day.Volumes.Count).Select(slot =>
                slot < known && double.IsFinite(soFar.Volumes[slot]) ? soFar.Volumes[slot] : (double?)null)],
            [.. again.Day.Volumes.Select((volume, slot) => Coming(slot, volume))],
            [.. again.Day.Ranges.Select((range, slot) => Coming(slot, range.P10))],
            [.. again.Day.Ranges.Select((range, slot) => Coming(slot, range.P90))]);
    }
}
