using Muster.Adherence.Results;
using NodaTime;

namespace Muster.Server.Api.Adherence;

/// <summary>A stretch of a day in which an agent was out, unscheduled or explained, or scheduled and unknown.</summary>
/// <param name="Start">Not before the day: what lasts over midnight is an exception of both days.</param>
/// <param name="Reason">The rule that fired, in a sentence.</param>
/// <param name="Source">Who told the state; null: nothing was ever heard.</param>
/// <param name="DayVersion">Of the day's schedule that it was judged by; 0: none.</param>
/// <param name="ToldAt">Where the agent was told too late: when that version arrived; null there: not by then.</param>
/// <param name="ApprovalId">What explains it, where somebody approved it.</param>
public sealed record ExceptionRowView(
    Guid AgentId, string Agent, string? EmployeeNumber, Guid? TeamId, string? Team, Guid UnitId, string Unit,
    LocalDate Day, DateTimeOffset Start, DateTimeOffset End, Verdict Verdict, Impact Impact, VerdictRule Rule,
    string Reason, NamedActivityView? Scheduled, Actual CountsAs, string? Source, string? State, string? StateReason,
    long DayVersion, DateTimeOffset? ToldAt, Guid? ApprovalId);
