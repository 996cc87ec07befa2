using Muster.Domain.Organization;
using NodaTime;

namespace Muster.Adherence.Results;

/// <summary>
/// A stretch in which an agent was out, unscheduled or explained, or scheduled and unknown: <c>[start, end)</c>, in
/// whole seconds, with one reason. Stretches of an agent do not overlap, so the start tells them apart.
/// </summary>
/// <param name="IsOpen">It goes on at the moment up to which was asked.</param>
/// <param name="Scheduled">What is scheduled; null: nothing.</param>
/// <param name="State">The number of the source's state; null: never heard of.</param>
/// <param name="ScheduleVersion">Of the day's schedule that was judged by; 0: none.</param>
/// <param name="ToldAt">
/// Where the agent was told too late: when that version reached the agent; null there: it has not yet.
/// </param>
/// <param name="ApprovalId">What explains it, where somebody approved it.</param>
public sealed record AdherenceException(
    Instant Start, Instant End, bool IsOpen, Verdict Verdict, Impact Impact, VerdictRule Rule,
    ActivityCodeId? Scheduled, Actual Actual, int? State, long ScheduleVersion, Instant? ToldAt, Guid? ApprovalId);
