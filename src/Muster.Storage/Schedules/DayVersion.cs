using Muster.Domain.Schedules;

namespace Muster.Storage.Schedules;

/// <summary>One of the things that a published day was.</summary>
/// <param name="ScheduleVersion">Of all published schedules, with which it came.</param>
public sealed record DayVersion(AgentDay Day, long ScheduleVersion, string Author, DateTimeOffset At);
