using Muster.Adherence.Results;
using Muster.Adherence.Schedules;
using Muster.Domain.Organization;
using NodaTime;

namespace Muster.Adherence.Tests.Proof;

/// <summary>What follows from judged seconds: totals, exceptions, where the agent stands.</summary>
internal sealed class Expected(Facts facts, Second[] seconds, Instant from)
{
    private Instant Now => At(seconds.Length - 1);

    /// <summary>All but the present second, which is not over.</summary>
    private int Over => seconds.Length - 1;

    public List<IntervalTotals> Totals()
    {
        var totals = new List<IntervalTotals>();
        var sum = new AdherenceTotals();
        for (var i = 0; i < Over; i++)
        {
            Count(ref sum, seconds[i]);
            var next = At(i + 1).ToUnixTimeSeconds();
            if (next % 900 == 0 || i + 1 == Over)
            {
                totals.Add(new IntervalTotals(Instant.FromUnixTimeSeconds((next - 1) / 900 * 900), sum));
                sum = default;
            }
        }

        return totals;
    }

    public List<AdherenceException> Exceptions()
    {
        var found = new List<AdherenceException>();
        for (var i = 0; i < Over; i++)
        {
            var one = seconds[i];
            if (!one.IsException)
            {
                continue;
            }

            if (i > 0 && one.IsSameException(seconds[i - 1]))
            {
                found[^1] = found[^1] with { End = At(i + 1) };
            }
            else
            {
                found.Add(new AdherenceException(
                    At(i), At(i + 1), false, one.Verdict, one.Impact, one.Rule, Code(one.Activity), one.Actual,
                    State(one), one.Day?.Version ?? 0, one.Rule == VerdictRule.ToldTooLate ? one.Day?.ToldAt : null,
                    one.Approval?.Id));
            }
        }

        if (found.Count > 0 && found[^1].End == Now)
        {
            found[^1] = found[^1] with { IsOpen = true };
        }

        return found;
    }

    public AgentStatus Status(long stamp)
    {
        var last = seconds[^1];
        var (next, code) = Painting.Next(facts.Newest(), Now);
        return new AgentStatus(
            facts.Agent, last.Verdict, last.Impact, last.Rule,
            Since(one => one.Verdict == last.Verdict && one.Impact == last.Impact),
            last.IsAlarm ? Since(one => one.IsAlarm) : null, Code(last.Activity), last.Actual,
            State(last), last.State < 0 ? null : Since(one => one.State == last.State), next, code,
            last.Day?.Version ?? 0, stamp);
    }

    private Instant Since(Func<Second, bool> holds)
    {
        var i = seconds.Length - 1;
        while (i > 0 && holds(seconds[i - 1]))
        {
            i--;
        }

        return At(i);
    }

    private Instant At(int index) => from + Duration.FromSeconds(index);

    private ActivityCodeId? Code(int activity) => activity < 0 ? null : facts.Activities[activity].Id;

    private static int? State(in Second one) => one.State < 0 ? null : one.State;

    private void Count(ref AdherenceTotals sum, in Second one)
    {
        ActivityFacts? activity = one.Activity < 0 ? null : facts.Activities[one.Activity];
        sum.AddActual(one.Actual, 1);
        sum.In += one.IsScheduled && one.Verdict == Verdict.In ? 1 : 0;
        sum.Out += one.Verdict == Verdict.Out ? 1 : 0;
        sum.Explained += one.IsScheduled && one.Verdict == Verdict.Explained ? 1 : 0;
        sum.UnscheduledExplained += !one.IsScheduled && one.Verdict == Verdict.Explained ? 1 : 0;
        sum.Unknown += one.IsScheduled && one.Verdict == Verdict.Unknown ? 1 : 0;
        sum.Ignored += one.IsScheduled && one.Verdict == Verdict.Ignored ? 1 : 0;
        sum.Unscheduled += one.Verdict == Verdict.Unscheduled ? 1 : 0;
        sum.ScheduledOnQueue += activity?.Category == ActivityCategory.OnQueue ? 1 : 0;
        if (one.Verdict is not (Verdict.Unknown or Verdict.Ignored))
        {
            sum.ScheduledWork += activity is { CountsAsWork: true } scheduled && IsWork(scheduled) ? 1 : 0;
            sum.Work += one.Actual is Actual.OnQueue or Actual.Meeting or Actual.Training or Actual.OtherWork ? 1 : 0;
        }
    }

    private static bool IsWork(ActivityFacts activity) => activity.Category is ActivityCategory.OnQueue
        or ActivityCategory.Meeting or ActivityCategory.Training or ActivityCategory.OtherWork;
}
