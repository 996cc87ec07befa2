using Muster.Adherence.Results;

namespace Muster.Server.Api.Adherence;

/// <summary>A stretch in which the agent was out, unscheduled or explained, or scheduled and unknown.</summary>
/// <param name="Start">Its true start, also where that lies before the day.</param>
/// <param name="IsOpen">It goes on.</param>
/// <param name="DayVersion">Of the day's schedule that it was judged by; 0: none.</param>
/// <param name="ToldAt">Where the agent was told too late: when that version arrived; null there: not yet.</param>
/// <param name="ApprovalId">What explains it, where somebody approved it.</param>
public sealed record DayExceptionView(
    DateTimeOffset Start, DateTimeOffset End, bool IsOpen, Verdict Verdict, Impact Impact, VerdictRule Rule,
    string Reason, NamedActivityView? Scheduled, Actual CountsAs, long DayVersion, DateTimeOffset? ToldAt,
    Guid? ApprovalId);
