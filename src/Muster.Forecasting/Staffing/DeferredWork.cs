using Muster.Domain.Outcomes;

namespace Muster.Forecasting.Staffing;

/// <summary>
/// Staffing of work that may wait, as a fluid, first in first out. What arrives in any window and is due in it must fit
/// into the window: the fullest window says how many are needed, and with so many all deadlines are met (the demand
/// bound of real-time scheduling; Baruah, Rosier and Howell, 1990). Deadlines after the last interval are left aside.
/// </summary>
public static class DeferredWork
{
    private const double Rounding = 1e-9;

    /// <summary>The fewest agents, the same in all open intervals, with whom every deadline is met.</summary>
    /// <returns>Refused when something is due before anybody has worked.</returns>
    public static Outcome<int> FlatAgents(DeferredDemand demand)
    {
        if (WhatIsWrong(demand) is { } wrong)
        {
            return wrong;
        }

        var deadline = demand.DeadlineSeconds / demand.IntervalSeconds;
        var arrived = Cumulative(demand.Contacts);
        var perAgent = demand.IntervalSeconds / demand.HandleSeconds;
        var capacity = Cumulative(demand.Contacts.Select((_, i) => demand.Open?[i] == false ? 0 : perAgent));
        var most = 0.0;
        foreach (var end in Ends(demand.Contacts.Count, deadline))
        {
            most = Math.Max(most, FullestUntil(end, deadline, arrived, capacity, demand.Backlog));
        }

        if (most > StaffingGoals.MostAgents)
        {
            return new Refusal.Invalid("deadline_seconds", Fields.Text(
                $"is {demand.DeadlineSeconds}: contacts are due before enough agents can have worked on them.")
                + "\nMaybe a longer deadline, or more open intervals.");
        }

        return (int)Math.Ceiling(most - Rounding);
    }

    /// <summary>What becomes of the work with so many agents in each interval.</summary>
    /// <param name="agents">As many as intervals; those of closed intervals do not count.</param>
    public static Outcome<IReadOnlyList<DeferredRow>> With(DeferredDemand demand, IReadOnlyList<int> agents)
    {
        if (WhatIsWrong(demand, agents) is { } wrong)
        {
            return wrong;
        }

        var perAgent = demand.IntervalSeconds / demand.HandleSeconds;
        var capacity = agents.Select((count, i) => demand.Open?[i] == false ? 0 : count * perAgent).ToArray();
        var deadline = demand.DeadlineSeconds / demand.IntervalSeconds;
        var cohorts = new FluidQueue([.. demand.Contacts], capacity, demand.Backlog).Cohorts(deadline);
        return demand.Contacts
            .Select((contacts, i) => Row(contacts, cohorts[i + 1], i + 1 + deadline > capacity.Length, demand))
            .ToArray();
    }

    private static DeferredRow Row(double contacts, FluidCohort cohort, bool endsLater, DeferredDemand demand)
    {
        var isOpen = endsLater && cohort.Served < contacts - Rounding;
        return new()
        {
            Backlog = cohort.BacklogAtEnd,
            InTime = contacts == 0 ? 1
                : isOpen ? null
                : Math.Clamp((cohort.InTime + cohort.Immediate) / contacts, 0, 1),
            AverageSeconds = cohort.Served > 0 ? cohort.Wait / cohort.Served * demand.IntervalSeconds : null,
        };
    }

    /// <summary>Windows are fullest where a curve bends: at an interval's end, or a deadline after one.</summary>
    private static IEnumerable<double> Ends(int count, double deadline) => Enumerable.Range(0, count + 1)
        .SelectMany(i => new[] { i, i + deadline })
        .Where(end => end >= deadline && end <= count);

    private static double FullestUntil(
        double end, double deadline, double[] arrived, double[] capacity, double backlog)
    {
        var last = end - deadline;
        var (due, done) = (At(arrived, last), At(capacity, end));
        var most = Agents(due + backlog, done);
        for (var start = 0; start <= last; start++)
        {
            most = Math.Max(most, Agents(due - arrived[start], done - capacity[start]));
        }

        return most;
    }

    private static double Agents(double due, double capacity) =>
        due <= Rounding ? 0 : capacity > 0 ? due / capacity : double.PositiveInfinity;

    private static double[] Cumulative(IEnumerable<double> values)
    {
        var sum = 0.0;
        return [0, .. values.Select(value => sum += value)];
    }

    /// <summary>A curve between its points.</summary>
    private static double At(double[] curve, double time)
    {
        var left = (int)time;
        return left >= curve.Length - 1 ? curve[^1] : curve[left] + ((time - left) * (curve[left + 1] - curve[left]));
    }

    private static Refusal? WhatIsWrong(DeferredDemand demand, IReadOnlyList<int>? agents = null)
    {
        var checks = new FieldChecks();
        new Workload(0, demand.HandleSeconds) { IntervalSeconds = demand.IntervalSeconds }.Check(checks, "");
        checks.That(demand.HandleSeconds is not 0, "handle_seconds", "is 0.\nMaybe 300.");
        Fields.Number(checks, "deadline_seconds", demand.DeadlineSeconds, double.Epsilon, double.MaxValue);
        Fields.Number(checks, "backlog", demand.Backlog, 0, Fields.MostContacts);
        foreach (var (index, contacts) in demand.Contacts.Index())
        {
            Fields.Number(checks, $"contacts[{index}]", contacts, 0, Fields.MostContacts);
        }

        Count(checks, "open", demand.Open?.Count, demand.Contacts.Count);
        Count(checks, "agents", agents?.Count, demand.Contacts.Count);
        foreach (var (index, count) in (agents ?? []).Index())
        {
            Fields.Number(checks, $"agents[{index}]", count, 0, StaffingGoals.MostAgents);
        }

        return checks.Refusal;
    }

    private static void Count(FieldChecks checks, string field, int? count, int contacts) => checks.That(
        count is null || count == contacts,
        field,
        $"has {count} values, but contacts has {contacts}.\nMaybe one each.");
}
