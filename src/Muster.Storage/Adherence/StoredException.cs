using NodaTime;

namespace Muster.Storage.Adherence;

/// <summary>A stored stretch of a day in which an agent was out, unscheduled, explained, or unknown.</summary>
/// <param name="Place">Of whom, in the order of the asker.</param>
/// <param name="Actual">What the agent's state counted as.</param>
/// <param name="Source">Null: nothing was ever heard of the agent; so is the state.</param>
/// <param name="ScheduleVersion">Of the day's schedule; 0: none.</param>
public sealed record StoredException(
    int Place, LocalDate Day, Instant Start, Instant End, string Verdict, string Impact, string Rule,
    Guid? ActivityCode, string Actual, string? Source, string? State, string? Reason, long ScheduleVersion,
    Instant? ToldAt, Guid? ApprovalId);
