using Muster.Domain.Organization;
using Muster.Domain.Outcomes;

namespace Muster.Forecasting.Staffing;

/// <summary>
/// Calls that nobody gives up, over intervals of which some are overloaded: what is not served waits for the next
/// interval. While there is a backlog the queue is a fluid; those who meet none wait as in Erlang C with their
/// interval's agents. So it tells little of an interval whose agents are barely enough: Erlang C takes that to last for
/// ever, and waits too long; the fluid does not see chance, and clears a backlog too soon.
/// </summary>
public static class CarryOver
{
    /// <param name="intervals">In order, without gaps; all of one length. Patience is left aside.</param>
    /// <param name="thresholdSeconds">0 or more.</param>
    /// <param name="backlog">Contacts that wait when the first interval begins.</param>
    /// <returns>As many rows. Refusals name the interval: <c>intervals[3].contacts</c>.</returns>
    public static Outcome<IReadOnlyList<CarryOverRow>> Of(
        IReadOnlyList<StaffedInterval> intervals, double thresholdSeconds, double backlog = 0)
    {
        if (WhatIsWrong(intervals, thresholdSeconds, backlog) is { } wrong)
        {
            return wrong;
        }

        var arrivals = intervals.Select(interval => interval.Work.Contacts).ToArray();
        var capacity = intervals.Select(CapacityOf).ToArray();
        var seconds = intervals.Count == 0 ? 1 : intervals[0].Work.IntervalSeconds;
        var cohorts = new FluidQueue(arrivals, capacity, backlog).Cohorts(thresholdSeconds / seconds);
        return intervals.Select((interval, index) => Row(interval, cohorts[index + 1], thresholdSeconds)).ToArray();
    }

    private static CarryOverRow Row(StaffedInterval interval, FluidCohort cohort, double thresholdSeconds)
    {
        var work = interval.Work with { PatienceSeconds = null };
        if (work.Load == 0)
        {
            return new()
            {
                Backlog = cohort.BacklogAtEnd,
                ServiceLevel = 1,
                AverageAnswerSeconds = null,
                Unserved = 0,
            };
        }

        var steady = new QueueModel(work, work.Load, thresholdSeconds, null).At(interval.Agents);
        var wait = cohort.Immediate > 0 && double.IsFinite(steady.Delay)
            ? cohort.Immediate * steady.AnswerDelay * work.HandleSeconds
            : 0;
        var inTime = cohort.InTime + (cohort.Immediate * (1 - steady.Miss(ServiceLevelDefinition.AnsweredOfOffered)));
        return new()
        {
            Backlog = cohort.BacklogAtEnd,
            ServiceLevel = Math.Clamp(inTime / work.Contacts, 0, 1),
            AverageAnswerSeconds =
                cohort.Served > 0 ? ((cohort.Wait * work.IntervalSeconds) + wait) / cohort.Served : null,
            Unserved = Math.Max(work.Contacts - cohort.Served, 0),
        };
    }

    /// <summary>Contacts that the agents can serve in the interval.</summary>
    private static double CapacityOf(StaffedInterval interval)
    {
        var work = interval.Work;
        var servers = (double)interval.Agents * work.AtOnce;
        return work.HandleSeconds > 0 ? servers * work.IntervalSeconds / work.HandleSeconds : 0;
    }

    private static Refusal? WhatIsWrong(IReadOnlyList<StaffedInterval> intervals, double threshold, double backlog)
    {
        var checks = new FieldChecks();
        Fields.Number(checks, "threshold_seconds", threshold, 0, double.MaxValue);
        Fields.Number(checks, "backlog", backlog, 0, Fields.MostContacts);
        foreach (var (index, interval) in intervals.Index())
        {
            var prefix = $"intervals[{index}].";
            interval.Work.Check(checks, prefix);
            Fields.Number(checks, prefix + "agents", interval.Agents, 0, StaffingGoals.MostAgents);
            checks.That(interval.Work.IntervalSeconds.Equals(intervals[0].Work.IntervalSeconds),
                prefix + "interval_seconds", "is not the first interval's.\nMaybe give intervals of one length.");
        }

        return checks.Refusal;
    }
}
