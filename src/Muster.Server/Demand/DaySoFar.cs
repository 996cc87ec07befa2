using Muster.Storage.Demand;
using NodaTime;

namespace Muster.Server.Demand;

/// <summary>What came on a day up to some moment.</summary>
/// <param name="Volumes">By interval on the clock from midnight on, as far as known; NaN where nobody knows.</param>
public sealed record DaySoFar(LocalDate Date, IReadOnlyList<double> Volumes)
{
    /// <summary>
    /// An interval counts when it is over, and when the history goes on to its end: of one that is told in part it
    /// looks as if little came.
    /// </summary>
    /// <param name="rows">Of that day.</param>
    /// <param name="moment">What comes later is left aside.</param>
    public static DaySoFar Of(
        LocalDate date, IReadOnlyList<HistorySum> rows, int minutes, DateTimeZone zone, Instant moment)
    {
        var told = rows.Select(row => Instant.FromDateTimeOffset(row.At) + Duration.FromMinutes(row.Minutes))
            .Append(Instant.MinValue).Max();
        var end = Instant.Min(told, moment);
        if (GroupHistory.Days(rows, minutes, zone).FirstOrDefault(day => day.Date == date) is not { } known)
        {
            return new DaySoFar(date, []);
        }

        var over = known.Volumes.Index()
            .Count(slot => EndOf(date, slot.Index, minutes, zone) <= end);
        return new DaySoFar(date, [.. known.Volumes.Take(over).Select(volume => volume ?? double.NaN)]);
    }

    /// <summary>When the interval is over; of one that clocks show twice, the second time.</summary>
    private static Instant EndOf(LocalDate date, int slot, int minutes, DateTimeZone zone)
    {
        var start = date.At(LocalTime.FromMinutesSinceMidnight(slot * minutes));
        var map = zone.MapLocal(start);
        var begin = map.Count == 0 ? zone.AtLeniently(start) : map.Last();
        return begin.ToInstant() + Duration.FromMinutes(minutes);
    }
}
