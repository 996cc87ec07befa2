using Muster.Domain.Organization;
using NodaTime;

namespace Muster.Server.Api.Adherence;

/// <summary>What is scheduled, from one activity to the next; what lies under others is not seen.</summary>
/// <param name="Day">The day that it belongs to: a night shift may be of the day before.</param>
/// <param name="DayVersion">Of that day.</param>
/// <param name="ScheduleVersion">Of all published schedules, with which that version came.</param>
public sealed record DayScheduledView(
    DateTimeOffset Start, DateTimeOffset End, Guid ActivityCodeId, string Name, ActivityCategory Category,
    LocalDate Day, long DayVersion, long ScheduleVersion);
