using Muster.Domain.Outcomes;
using Muster.Domain.Time;
using NodaTime;

namespace Muster.Domain.Organization;

/// <summary>What is planned as one: its forecasts, schedules and rules share zone, week and interval.</summary>
public sealed record BusinessUnit : TenantItem<BusinessUnitId>
{
    public required DateTimeZone Zone { get; init; }

    public IsoDayOfWeek WeekStart { get; init; } = IsoDayOfWeek.Monday;

    /// <summary>15 or 30.</summary>
    public int IntervalMinutes { get; init; } = 15;

    /// <summary>
    /// Whoever changes a published schedule later than so many hours before has to know that the agent knows of it.
    /// </summary>
    public int NoticeHours { get; init; } = 48;

    public Duration Interval() => IntervalMinutes == 30 ? PlanningIntervals.Half : PlanningIntervals.Quarter;

    public override void Check(FieldChecks checks) => checks
        .That(WeekStart != IsoDayOfWeek.None, "week_start", "must be a day: monday to sunday.")
        .That(IntervalMinutes is 15 or 30, "interval_minutes", "must be 15 or 30.")
        .Range("notice_hours", NoticeHours, 0, 24 * 60);
}
