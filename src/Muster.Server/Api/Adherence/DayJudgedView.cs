using Muster.Adherence.Results;

namespace Muster.Server.Api.Adherence;

/// <summary>A stretch of the day that was judged the same.</summary>
/// <param name="Reason">The rule that made the verdict, in a sentence.</param>
/// <param name="DayVersion">Of the day's schedule that it was judged by; 0: none.</param>
public sealed record DayJudgedView(
    DateTimeOffset Start, DateTimeOffset End, Verdict Verdict, Impact Impact, VerdictRule Rule, string Reason,
    NamedActivityView? Scheduled, Actual CountsAs, long DayVersion);
