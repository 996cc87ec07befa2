using Muster.Domain.Outcomes;
using Muster.Forecasting.History;
using Muster.Forecasting.Results;
using NodaTime;

namespace Muster.Forecasting.NewQueues;

/// <summary>
/// Forecasts a new queue from a sister's: her profile of day, week and calendar; the height from a stated weekly
/// volume, from the weeks that exist, or from both, where the stated one counts as much as one week.
/// </summary>
public static class NewQueue
{
    // How much less sure it is than the sister's own forecast.
    private const double Widening = 1.5;
    private const double StatedWeeks = 1;

    /// <param name="sister">Her forecast of the same days.</param>
    /// <param name="sisterHistory">Her history, to hold the own weeks against.</param>
    public static Outcome<Forecast> FromSister(Forecast sister, IntervalSeries sisterHistory, NewQueueRequest request)
    {
        var wrong = new FieldChecks()
            .That(request.WeeklyVolume is null or (>= 0 and < 1e12), "weekly_volume",
                $"{request.WeeklyVolume} is no volume.\nMaybe a number of contacts a week, 0 or more.")
            .That(request.WeeklyVolume is not null || request.Own is not null, "weekly_volume",
                "is missing, and there is no history of the queue itself.\nMaybe state how much is expected in a week.")
            .Refusal;
        if (wrong is not null)
        {
            return wrong;
        }

        var usualWeek = WeeklyVolume(sisterHistory);
        var (own, hers, weeks) = request.Own is { } series ? SameDays(series, sisterHistory) : (0, 0, 0);
        if (usualWeek == 0 || (request.WeeklyVolume is null && hers == 0))
        {
            return new Refusal.Invalid("sister", "has no volume in the weeks that the new queue has.\n"
                + "Maybe take another sister, or state the weekly volume.");
        }

        var stated = request.WeeklyVolume / usualWeek;
        var seen = hers > 0 ? own / hers : 0;
        var factor = stated is { } given ? (StatedWeeks * given + weeks * seen) / (StatedWeeks + weeks) : seen;
        return Scaled(sister, factor, weeks);
    }

    private static Forecast Scaled(Forecast sister, double factor, double weeks) => sister with
    {
        Days = [.. sister.Days.Select(day => day with
        {
            Volumes = [.. day.Volumes.Select(volume => volume * factor)],
            Ranges = [.. day.Ranges.Select((range, slot) => range.Times(factor).Widened(
                day.Volumes[slot] * factor, Widening))],
        })],
        Accuracy = [.. sister.Accuracy.Select(accuracy => new HorizonAccuracy
        {
            Horizon = accuracy.Horizon,
            Method = $"{factor:0.###} times the sister's forecast",
            Reason = $"The queue has {weeks:0.#} weeks of its own; the sister's was made by {accuracy.Method}.",
            Variation = accuracy.Variation with { DayVariance = accuracy.Variation.DayVariance * Widening * Widening },
        })],
        Remarks = [],
    };

    private static double WeeklyVolume(IntervalSeries series)
    {
        const int Recent = 8 * 7;
        var days = Enumerable.Range(Math.Max(0, series.DayCount - Recent), Math.Min(series.DayCount, Recent))
            .Select(series.Total).ToArray();
        return days.Sum() / days.Length * 7;
    }

    /// <summary>What came to both on the days that both have, and how many weeks those are.</summary>
    private static (double Own, double Hers, double Weeks) SameDays(IntervalSeries own, IntervalSeries sister)
    {
        var (sum, hers, days) = (0.0, 0.0, 0);
        for (var day = 0; day < own.DayCount; day++)
        {
            var other = Period.DaysBetween(sister.FirstDay, own.DateOf(day));
            if (other < 0 || other >= sister.DayCount || !own.Day(day).ContainsAnyExcept(double.NaN))
            {
                continue;
            }

            sum += own.Total(day);
            hers += sister.Total(other);
            days++;
        }

        return (sum, hers, days / 7.0);
    }
}
