using NodaTime;
using NodaTime.TimeZones;

namespace Muster.Domain.Time;

/// <summary>
/// When a shift is, as people say it: a date, a time on the clock, and how long. The length is elapsed time: a night
/// shift of eight hours has eight hours, also when clocks are moved in it; it then ends at another time on the clock.
/// </summary>
public readonly record struct ShiftTime(LocalDate Date, LocalTime Start, Duration Length)
{
    /// <summary>
    /// A start that clocks skip is when it would have been had they not been moved, so it stays on the grid of
    /// <see cref="PlanningIntervals"/>; one that they show twice is the first.
    /// </summary>
    public static readonly ZoneLocalMappingResolver ShiftStart =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    /// <summary>The instants of the shift, <c>[start, end)</c>.</summary>
    public Interval In(DateTimeZone zone)
    {
        var start = Date.At(Start).InZone(zone, ShiftStart).ToInstant();
        return new Interval(start, start + Length);
    }
}
