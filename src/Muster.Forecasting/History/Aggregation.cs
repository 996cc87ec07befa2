using Muster.Domain.Outcomes;

namespace Muster.Forecasting.History;

/// <summary>Longer intervals from shorter ones: 5 to 15 to 30 to 60 minutes.</summary>
public static class Aggregation
{
    /// <summary>
    /// The same series in longer intervals. Volumes add up; an interval with a number for at least half of its open
    /// time is scaled up to all of it, one with less is missing.
    /// </summary>
    /// <param name="minutes">A multiple of the series' own length.</param>
    public static Outcome<IntervalSeries> To(this IntervalSeries series, int minutes)
    {
        if (!IntervalSeries.Lengths.Contains(minutes) || minutes % series.Minutes != 0)
        {
            return new Refusal.Invalid("minutes",
                $"{minutes} cannot be made of intervals of {series.Minutes} minutes.\n"
                + $"Maybe {string.Join(", ", IntervalSeries.Lengths.Where(length => length % series.Minutes == 0))}.");
        }

        var parts = minutes / series.Minutes;
        var slots = OpeningHours.MinutesPerDay / minutes;
        var values = new double[series.DayCount * slots];
        for (var place = 0; place < values.Length; place++)
        {
            values[place] = Sum(series, place / slots, place % slots * parts, parts);
        }

        return new IntervalSeries(series.Zone, series.FirstDay, minutes, series.Hours, values)
        {
            Remarks = series.Remarks,
        };
    }

    /// <summary>Weighted by how often the clocks show each part, so that the total stays.</summary>
    private static double Sum(IntervalSeries series, int day, int first, int parts)
    {
        var (sum, counted, happened, open) = (0.0, 0.0, 0.0, 0.0);
        for (var slot = first; slot < first + parts; slot++)
        {
            var times = series.Occurrences(day, slot);
            var isCounted = !double.IsNaN(series[day, slot]) && times > 0;
            happened += times;
            open += isCounted || series.State(day, slot) == IntervalState.Missing ? times : 0;
            counted += isCounted ? times : 0;
            sum += isCounted ? series[day, slot] * times : 0;
        }

        return counted == 0 || counted < 0.5 * open ? double.NaN : sum * (open / counted) / (happened / parts);
    }
}
