using NodaTime;

namespace Muster.Server.Api.Adherence;

/// <summary>A day of an agent: what was scheduled, what was done, how it was judged, and why.</summary>
/// <param name="TimeZone">The unit's, as IANA calls it; the day is by its clock.</param>
/// <param name="From">When the day begins.</param>
/// <param name="To">When it ends; 23 or 25 hours later when clocks change.</param>
/// <param name="AsOf">Up to here it is judged.</param>
/// <param name="ScheduleVersion">Of the published schedules that it is judged by.</param>
/// <param name="Versions">All that was published of this day, the newest first.</param>
/// <param name="Scheduled">What the newest version has, also what is still to come.</param>
/// <param name="Actual">What the agent did, without a gap up to <paramref name="AsOf"/>.</param>
/// <param name="Events">What was told of the agent, by its time; the one before the day begins it.</param>
/// <param name="Judged">How each stretch was judged.</param>
/// <param name="Approvals">That reach into the day, in order.</param>
/// <param name="Exceptions">Where the agent was out, unscheduled, explained, or scheduled and unknown.</param>
public sealed record AdherenceDayView(
    Guid AgentId, string Name, Guid UnitId, LocalDate Date, string TimeZone, DateTimeOffset From, DateTimeOffset To,
    DateTimeOffset AsOf, long ScheduleVersion, IReadOnlyList<DayPublishedView> Versions,
    IReadOnlyList<DayScheduledView> Scheduled, IReadOnlyList<DayActualView> Actual,
    IReadOnlyList<DayEventView> Events, IReadOnlyList<DayJudgedView> Judged, IReadOnlyList<ApprovalView> Approvals,
    IReadOnlyList<DayExceptionView> Exceptions, DayTotalsView Totals);
