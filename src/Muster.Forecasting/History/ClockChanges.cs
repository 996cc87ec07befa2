using Muster.Domain.Time;
using NodaTime;

namespace Muster.Forecasting.History;

/// <summary>How often a day's clocks show each interval.</summary>
internal static class ClockChanges
{
    private const int Grid = 5;

    /// <summary>Null on an ordinary day of 24 hours on which no clock is moved: once each.</summary>
    public static double[]? Occurrences(LocalDate date, DateTimeZone zone, int minutes)
    {
        var day = Days.Of(date, zone);
        return day.Duration == Duration.FromHours(24) && zone.GetUtcOffset(day.Start) == zone.GetUtcOffset(day.End)
            ? null
            : Count(day, zone, minutes);
    }

    private static double[] Count(Interval day, DateTimeZone zone, int minutes)
    {
        var shown = new double[OpeningHours.MinutesPerDay / minutes];
        for (var instant = day.Start; instant < day.End; instant += Duration.FromMinutes(Grid))
        {
            var time = instant.InZone(zone).TimeOfDay;
            shown[(time.Hour * 60 + time.Minute) / minutes] += (double)Grid / minutes;
        }

        return [.. shown.Select(part => Math.Round(part, 9))];
    }
}
