using Muster.Forecasting.History;
using NodaTime;

namespace Muster.Bench.Forecasting;

/// <summary>The baseline: the mean of the last so many same weekdays that have numbers.</summary>
internal static class SimpleForecast
{
    /// <summary>Weighted absolute percentage error up to so many days ahead, mean over the origins.</summary>
    public static double Wape(Protocol protocol, int weeks, int days) =>
        protocol.Origins.Average(origin => Wape(protocol.Series, origin, weeks, days));

    private static double Wape(IntervalSeries series, LocalDate origin, int weeks, int days)
    {
        var first = Period.DaysBetween(series.FirstDay, origin);
        var (error, actual) = (0.0, 0.0);
        for (var day = first; day < Math.Min(first + days, series.DayCount); day++)
        {
            for (var slot = 0; slot < series.SlotsPerDay; slot++)
            {
                if (series.State(day, slot) == IntervalState.Counted)
                {
                    error += Math.Abs(Mean(series, first, day, slot, weeks) - series[day, slot]);
                    actual += series[day, slot];
                }
            }
        }

        return error / actual;
    }

    private static double Mean(IntervalSeries series, int origin, int day, int slot, int weeks)
    {
        var past = Enumerable.Range(1, 60).Select(week => day - 7 * week).Where(past => past >= 0 && past < origin)
            .Select(past => series[past, slot]).Where(volume => !double.IsNaN(volume)).Take(weeks);
        return past.DefaultIfEmpty(0).Average();
    }
}
