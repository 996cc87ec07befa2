using Muster.Domain.Time;
using Muster.Forecasting.History;
using NodaTime;

namespace Muster.Server.Intraday;

/// <summary>The intervals of a day as they elapse: 92 quarters of an hour on a day of 23 hours.</summary>
public sealed class DayFrame
{
    public DayFrame(LocalDate date, DateTimeZone zone, int minutes)
    {
        (Date, Zone, Minutes) = (date, zone, minutes);
        Day = Days.Of(date, zone);
        Intervals = PlanningIntervals.Of(date, zone, Duration.FromMinutes(minutes));
        ClockSlots =
        [
            .. Intervals.Select(interval => IntervalSeries.SlotAt(interval.Start.InZone(zone).TimeOfDay, minutes)),
        ];
    }

    public LocalDate Date { get; }

    public DateTimeZone Zone { get; }

    public int Minutes { get; }

    public Interval Day { get; }

    public IReadOnlyList<Interval> Intervals { get; }

    /// <summary>Of each interval, which one it is by what clocks show: as forecasts have them.</summary>
    public IReadOnlyList<int> ClockSlots { get; }
}
