using Muster.Forecasting.Results;

namespace Muster.Server.Api.Demand;

/// <summary>
/// What a day comes to in all. The ranges are of the day as a whole, from whole days of the rehearsals: those of its
/// intervals do not add up to them.
/// </summary>
/// <param name="Low">In 80 of 100 cases it is this or more, and <paramref name="High"/> or less.</param>
/// <param name="Low95">In 95 of 100 cases it is this or more, and <paramref name="High95"/> or less.</param>
public sealed record DayTotalView(double Volume, double Low, double High, double Low95, double High95)
{
    public static DayTotalView Of(Forecast forecast, ForecastDay day)
    {
        var range = forecast.RangeOf(day);
        return new DayTotalView(
            Numbers.Short(day.Total), Numbers.Short(range.P10), Numbers.Short(range.P90), Numbers.Short(range.Low95),
            Numbers.Short(range.High95));
    }
}
