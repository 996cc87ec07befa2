using Muster.Forecasting.Results;

namespace Muster.Server.Demand;

/// <summary>
/// Between what the total of several days will lie in 80 of 100 cases. Days that follow each other err together, so
/// their ranges do not simply add up. Moments are those of <see cref="Forecasting.Ranges.Scenarios"/>, and the total is
/// taken as lognormal (Fenton 1960).
/// </summary>
public readonly record struct TotalRange(double Low, double High)
{
    // Of the normal distribution, at 90 %.
    private const double Tenth = 1.2815515655446004;

    /// <param name="days">In order and without gaps.</param>
    public static TotalRange Of(Forecast forecast, IReadOnlyList<ForecastDay> days)
    {
        var total = days.Sum(day => day.Total);
        if (!(total > 0))
        {
            return default;
        }

        var variance = total;
        foreach (var (i, day) in days.Index().Where(day => !day.Item.IsClosed))
        {
            var own = forecast.AccuracyOf(day).Variation;
            variance += own.IntervalVariance * day.Volumes.Sum(volume => volume * volume);
            var shared = own.DayVariance * day.Total;
            for (var j = i; j < days.Count && shared > 0; j++)
            {
                variance += (j == i ? 1 : 2) * shared * days[j].Total;
                shared *= own.DayCorrelation;
            }
        }

        var log = Math.Log(1 + variance / (total * total));
        var middle = total * Math.Exp(-log / 2);
        var factor = Math.Exp(Tenth * Math.Sqrt(log));
        return new TotalRange(middle / factor, middle * factor);
    }
}
