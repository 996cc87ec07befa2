using Muster.Adherence.Results;
using Muster.Adherence.Schedules;

namespace Muster.Adherence.Tests.Proof;

/// <summary>One second of an agent, judged. Small, because there are many.</summary>
/// <param name="Activity">The index of what is scheduled; -1: nothing.</param>
/// <param name="State">-1: never heard of.</param>
/// <param name="Day">Whose version is told; null: none.</param>
internal readonly record struct Second(
    Verdict Verdict, Impact Impact, VerdictRule Rule, int Activity, bool IsScheduled, Actual Actual, int State,
    ScheduleVersion? Day, Approval? Approval)
{
    public bool IsAlarm => Verdict is Verdict.Out or Verdict.Unscheduled;

    public bool IsException => Verdict is Verdict.Out or Verdict.Unscheduled or Verdict.Explained
        || (Verdict == Verdict.Unknown && IsScheduled);

    public bool IsSameException(in Second other) => other.IsException
        && (Verdict, Impact, Rule) == (other.Verdict, other.Impact, other.Rule)
        && (Activity, Actual) == (other.Activity, other.Actual)
        && Day?.Version == other.Day?.Version && Approval?.Id == other.Approval?.Id
        && (Rule != VerdictRule.ToldTooLate || Day?.ToldAt == other.Day?.ToldAt);
}
