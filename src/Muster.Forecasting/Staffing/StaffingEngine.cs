using Muster.Domain.Outcomes;

namespace Muster.Forecasting.Staffing;

/// <summary>
/// Agents, service and volume of one queue in one interval, each from the other two, in steady state: Erlang C when
/// everybody waits, Erlang A with a patience. What is wrong with an argument, and goals that no number of agents
/// meets, are refused by field: <c>contacts</c>, <c>handle_seconds</c>, <c>interval_seconds</c>,
/// <c>patience_seconds</c>, <c>at_once</c>, <c>service_level</c>, <c>threshold_seconds</c>, <c>definition</c>,
/// <c>average_answer_seconds</c>, <c>max_abandonment</c>, <c>max_occupancy</c>, <c>minimum_agents</c>, <c>agents</c>,
/// <c>variation</c>. From any thread.
/// </summary>
public static class StaffingEngine
{
    private const double VolumePrecision = 1e-13;

    /// <summary>The fewest agents that meet all goals. Without contacts: the minimum.</summary>
    /// <param name="factor">Days whose volume is uncertain: goals are met over all days together.</param>
    public static Outcome<int> RequiredAgents(in Workload work, StaffingGoals goals, DayFactor? factor = null)
    {
        if (!(work.IsFit && goals.IsFit && factor is null or { IsFit: true }))
        {
            return WhatIsWrong(work, goals, factor, "")!;
        }

        var load = work.Load;
        if (load == 0)
        {
            return goals.MinimumAgents;
        }

        if (!goals.IsPossible(work, factor))
        {
            return WhatIsImpossible(work, goals, factor, "")!;
        }

        var agents = Search(work, goals, factor);
        return agents <= StaffingGoals.MostAgents ? agents : TooMany(load, "");
    }

    /// <summary>How the queue does with so many agents, whatever the goals ask; they name threshold and
    /// definition of the service level.</summary>
    public static Outcome<QueueFigures> Reached(
        in Workload work, int agents, StaffingGoals goals, DayFactor? factor = null)
    {
        if (WhatIsWrong(work, goals, factor, "", agents) is { } wrong)
        {
            return wrong;
        }

        return Figures(work, agents, goals, factor);
    }

    /// <summary>
    /// The most contacts in an interval with which so many agents still meet all goals (their minimum aside).
    /// </summary>
    /// <param name="work">Its contacts do not matter.</param>
    public static Outcome<double> LargestVolume(
        in Workload work, StaffingGoals goals, int agents, DayFactor? factor = null)
    {
        var one = work with { Contacts = 1 };
        if ((WhatIsWrong(one, goals, factor, "", agents) ?? WhatIsImpossible(one, goals, factor, "")) is { } wrong)
        {
            return wrong;
        }

        if (agents == 0)
        {
            return 0;
        }

        var (meets, fails) = (0.0, Math.Min((2.0 * agents * work.AtOnce) + 10, Workload.MostLoad));
        while (IsMet(one, fails / one.Load, goals, agents, factor))
        {
            if (fails >= Workload.MostLoad)
            {
                return new Refusal.Invalid("agents", Fields.Text(
                    $"are {agents}, enough for more than {Workload.MostLoad:0} erlang.\nMaybe stricter goals."));
            }

            (meets, fails) = (fails, Math.Min(2 * fails, Workload.MostLoad));
        }

        while (fails - meets > VolumePrecision * fails)
        {
            var middle = meets + ((fails - meets) / 2);
            (meets, fails) = IsMet(one, middle / one.Load, goals, agents, factor) ? (middle, fails) : (meets, middle);
        }

        return meets / one.Load;
    }

    /// <summary>
    /// The requirement of a day, or of any number of intervals, each by itself: what is left over in one is not
    /// carried to the next (see <see cref="CarryOver"/>).
    /// </summary>
    /// <returns>As many rows, in order. Refusals name the interval: <c>intervals[3].contacts</c>.</returns>
    public static Outcome<IReadOnlyList<RequirementRow>> Requirement(
        IReadOnlyList<IntervalDemand> intervals, DayFactor? factor = null)
    {
        var errors = new List<FieldError>();
        var rows = new List<RequirementRow>(intervals.Count);
        foreach (var (index, interval) in intervals.Index())
        {
            var row = Row(interval, factor, $"intervals[{index}].");
            if (row.Refused is Refusal.Invalid invalid)
            {
                errors.AddRange(invalid.Errors);
            }
            else
            {
                rows.Add(row.Value);
            }
        }

        return errors.Count > 0 ? new Refusal.Invalid(errors) : rows;
    }

    private static Outcome<RequirementRow> Row(IntervalDemand interval, DayFactor? factor, string prefix)
    {
        var (work, goals) = (interval.Work, interval.Goals);
        if ((WhatIsWrong(work, goals, factor, prefix) ?? interval.Shrinkage.Wrong(prefix)) is { } wrong)
        {
            return wrong;
        }

        if (work.Load > 0 && WhatIsImpossible(work, goals, factor, prefix) is { } impossible)
        {
            return impossible;
        }

        var agents = work.Load > 0 ? Search(work, goals, factor) : goals.MinimumAgents;
        return agents > StaffingGoals.MostAgents
            ? TooMany(work.Load, prefix)
            : new RequirementRow(Figures(work, agents, goals, factor), interval.Shrinkage.Scheduled(agents));
    }

    private static int Search(in Workload work, StaffingGoals goals, DayFactor? factor)
    {
        var load = work.Load;
        var limits = new GoalLimits(goals, work.HandleSeconds);
        var threshold = goals.ThresholdSeconds ?? 0;
        var rate = work.PatienceSeconds is { } patience ? work.HandleSeconds / patience : 0;
        var guess = StartingPoint.Guess(load, rate, threshold / work.HandleSeconds, limits);
        var guessed = (int)Math.Ceiling((double)guess / work.AtOnce);
        // Without patience, fewer are overloaded for good; at least one where there is something to do.
        var stable = rate == 0 && factor is null ? (int)(load / work.AtOnce) + 1 : 1;
        var least = Math.Max(goals.MinimumAgents, stable);
        if (factor is { Variation: > 0 } days)
        {
            var gap = new DayGap(work, threshold, limits, days);
            return AgentSearch.Smallest(ref gap, least, guessed, StaffingGoals.MostAgents);
        }

        var model = new QueueModel(work, load, threshold, limits);
        return AgentSearch.Smallest(ref model, least, guessed, StaffingGoals.MostAgents);
    }

    private static QueueFigures Figures(in Workload work, int agents, StaffingGoals goals, DayFactor? factor)
    {
        if (work.Load == 0)
        {
            return QueueFigures.Idle(agents, goals);
        }

        var threshold = goals.ThresholdSeconds ?? 0;
        var shares = factor is { Variation: > 0 } days
            ? new DayGap(work, threshold, null, days).At(agents)
            : new QueueModel(work, work.Load, threshold, null).At(agents);
        return QueueFigures.Of(agents, work, shares, goals);
    }

    private static bool IsMet(
        in Workload one, double contacts, StaffingGoals goals, int agents, DayFactor? factor)
    {
        var work = one with { Contacts = contacts };
        var limits = new GoalLimits(goals, work.HandleSeconds);
        var threshold = goals.ThresholdSeconds ?? 0;
        var shares = factor is { Variation: > 0 } days
            ? new DayGap(work, threshold, limits, days).At(agents)
            : new QueueModel(work, work.Load, threshold, limits).At(agents);
        return limits.Gap(shares, work.Load / agents / work.AtOnce) <= 0;
    }

    private static Refusal? WhatIsWrong(
        in Workload work, StaffingGoals goals, DayFactor? factor, string prefix, int agents = 0)
    {
        var checks = new FieldChecks();
        work.Check(checks, prefix);
        goals.Check(checks, prefix);
        factor?.Check(checks);
        Fields.Number(checks, prefix + "agents", agents, 0, StaffingGoals.MostAgents);
        return checks.Refusal;
    }

    private static Refusal? WhatIsImpossible(
        in Workload work, StaffingGoals goals, DayFactor? factor, string prefix)
    {
        var checks = new FieldChecks();
        goals.CheckPossible(work, factor, checks, prefix);
        return checks.Refusal;
    }

    private static Refusal.Invalid TooMany(double load, string prefix) => new(prefix + "contacts", Fields.Text(
        $"({load:0.##} erlang) need more than {StaffingGoals.MostAgents} agents.\nMaybe lower goals."));
}
