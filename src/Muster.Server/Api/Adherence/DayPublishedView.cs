using Muster.Server.Api.Schedules;

namespace Muster.Server.Api.Adherence;

/// <summary>A version of the day, and when the agent was told of it.</summary>
/// <param name="ScheduleVersion">Of all published schedules, with which it came.</param>
/// <param name="DayVersion">Counts the changes of this day of this agent; verdicts name it.</param>
/// <param name="ToldAt">When it reached the agent; null: not yet.</param>
public sealed record DayPublishedView(
    long ScheduleVersion, long DayVersion, string Author, DateTimeOffset PublishedAt, DateTimeOffset? ToldAt,
    IReadOnlyList<ActivityView> Activities);
