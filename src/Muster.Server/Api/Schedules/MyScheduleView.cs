using NodaTime;

namespace Muster.Server.Api.Schedules;

/// <summary>One's own published schedule.</summary>
/// <param name="Version">Of the published schedules that it is of.</param>
/// <param name="AsOf">When this was so.</param>
/// <param name="TimeZone">Of the unit; its days are those here.</param>
/// <param name="WeekStart">On which day of the week the unit's weeks begin.</param>
/// <param name="Activities">What the activity codes are called, and how they look.</param>
public sealed record MyScheduleView(
    Guid AgentId, string Name, long Version, DateTimeOffset AsOf, string TimeZone, LocalDate Today,
    IsoDayOfWeek WeekStart, IReadOnlyList<DayView> Days, IReadOnlyList<MyActivityView> Activities);
