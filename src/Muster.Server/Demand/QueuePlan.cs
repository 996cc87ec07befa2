using Muster.Forecasting.History;
using Muster.Forecasting.Results;

namespace Muster.Server.Demand;

/// <summary>A queue's history, its forecast, and whom it takes.</summary>
public sealed record QueuePlan(string Queue, IntervalSeries History, Forecast Forecast)
{
    /// <summary>The open ones in order.</summary>
    public required IReadOnlyList<PlanInterval> Intervals { get; init; }

    /// <summary>Mean handle time over the day; null when nobody knows.</summary>
    public required double? HandleSeconds { get; init; }

    /// <summary>Contacts that the handle time was learned from; 0 when it was given.</summary>
    public required double HandleContacts { get; init; }

    public bool IsStaffed => Intervals.Any(interval => interval.Required is not null);

    /// <summary>Most agents on queue at once.</summary>
    public int PeakAgents => Intervals.Max(interval => interval.Required) ?? 0;

    public double PaidHours => HoursOf(Intervals);

    /// <summary>With no more agents than there are; none when that is not asked.</summary>
    public IEnumerable<(PlanInterval Interval, OverloadedInterval Overloaded)> Overloaded() => Intervals
        .Where(interval => interval.Overloaded is not null).Select(interval => (interval, interval.Overloaded!));

    /// <summary>Hours that are paid, with shrinkage.</summary>
    public double HoursOf(IEnumerable<PlanInterval> intervals) =>
        intervals.Sum(interval => (interval.Scheduled ?? 0) * Forecast.Minutes / 60.0);

    /// <summary>Hours that contacts take.</summary>
    public double WorkHours() =>
        Intervals.Sum(interval => interval.Offered * (interval.HandleSeconds ?? 0) / 3600);

    /// <summary>Seven days each, from the first day on; the last may be shorter.</summary>
    public IEnumerable<PlanWeek> Weeks() => Forecast.Days.Chunk(7).Select(days =>
    {
        var first = days[0].Date;
        var own = Intervals
            .Where(interval => interval.Start.Date >= first && interval.Start.Date <= days[^1].Date).ToArray();
        return new PlanWeek(first, days.Sum(day => day.Total), TotalRange.Of(Forecast, days))
        {
            Busiest = own.Length == 0 ? null : own.MaxBy(interval => interval.Offered),
            PeakAgents = own.Max(interval => interval.Required),
            PaidHours = HoursOf(own),
        };
    });
}
