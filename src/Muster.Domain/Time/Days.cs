using NodaTime;

namespace Muster.Domain.Time;

/// <summary>
/// The days of a zone. A day begins at the first instant at which its clocks show midnight; where midnight is
/// skipped, when they are moved on. It ends where the next begins, so days follow each other without gap or overlap.
/// It has 24 hours mostly, 23 or 25 when clocks are moved, other lengths rarely (Lord Howe moves by half an hour), and
/// none at all where a whole date is skipped (Apia, 2011-12-30).
/// </summary>
public static class Days
{
    /// <summary>The instants of a day, <c>[start, end)</c>.</summary>
    public static Interval Of(LocalDate date, DateTimeZone zone) =>
        new(Start(date, zone), Start(date.PlusDays(1), zone));

    public static Duration Length(LocalDate date, DateTimeZone zone) => Of(date, zone).Duration;

    /// <summary>When a day begins.</summary>
    public static Instant Start(LocalDate date, DateTimeZone zone)
    {
        var midnight = zone.MapLocal(date.AtMidnight());
        return midnight.Count == 0 ? midnight.EarlyInterval.End : midnight.First().ToInstant();
    }

    /// <summary>
    /// The day that an instant lies in. That is the date which clocks show, except where they were put back from just
    /// after midnight: then the hour that they show again stays with the new day, which had begun.
    /// </summary>
    public static LocalDate At(Instant instant, DateTimeZone zone)
    {
        var shown = instant.InZone(zone).Date;
        return instant < Start(shown.PlusDays(1), zone) ? shown : shown.PlusDays(1);
    }

    /// <summary>The instants of some days, <c>[start, end)</c>; without an end when they have none.</summary>
    public static Interval Of(DateRange dates, DateTimeZone zone) =>
        new(Start(dates.Start, zone), dates.End is { } end ? Start(end, zone) : null);
}
