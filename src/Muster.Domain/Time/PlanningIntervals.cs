using NodaTime;

namespace Muster.Domain.Time;

/// <summary>
/// The intervals that a business unit plans in: elapsed time from the start of a day on, so that a day of 23 hours has
/// four intervals of a quarter of an hour fewer, and no interval is planned that does not happen.
/// </summary>
public static class PlanningIntervals
{
    public static readonly Duration Quarter = Duration.FromMinutes(15);

    public static readonly Duration Half = Duration.FromMinutes(30);

    /// <summary>
    /// The intervals of a day in order, each <c>[start, end)</c>. They tile it: the last is shorter where the day's
    /// length is no multiple, as on days long ago when zones changed by odd minutes.
    /// </summary>
    /// <param name="length"><see cref="Quarter"/> or <see cref="Half"/>.</param>
    public static IReadOnlyList<Interval> Of(LocalDate date, DateTimeZone zone, Duration length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, Duration.Zero);
        var day = Days.Of(date, zone);
        var intervals = new List<Interval>();
        for (var start = day.Start; start < day.End; start += length)
        {
            intervals.Add(new Interval(start, Instant.Min(start + length, day.End)));
        }

        return intervals;
    }

    /// <summary>Which interval of its day an instant lies in, from 0; and that day.</summary>
    public static (LocalDate Date, int Index) At(Instant instant, DateTimeZone zone, Duration length)
    {
        var date = Days.At(instant, zone);
        return (date, (int)((instant - Days.Start(date, zone)) / length));
    }
}
