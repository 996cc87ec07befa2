using Muster.Domain.Organization;
using Muster.Domain.People;
using NodaTime;

namespace Muster.Server.Scheduling;

/// <summary>Who of a unit can be scheduled in a period, by which plan and for which planning groups.</summary>
internal sealed class BuildPeople
{
    private const int NamesTold = 5;

    private readonly List<Agent> _withoutPlan = [];
    private readonly List<Agent> _withoutGroup = [];
    private readonly List<Agent> _changing = [];

    public BuildPeople(
        IEnumerable<Agent> agents, IReadOnlyList<LocalDate> days, IReadOnlyList<PlanningGroup> groups,
        OrganizationSnapshot organization)
    {
        var able = new List<AbleAgent>();
        foreach (var agent in agents.Where(agent => days.Any(agent.Employment.IsActiveOn)))
        {
            var first = days.First(agent.Employment.IsActiveOn);
            var plan = agent.WorkPlans.At(first) is { } id ? organization.WorkPlans.Find(id) : null;
            var served = groups.Index().Where(group => agent.CanServe(group.Item)).Select(group => group.Index)
                .ToList();
            if (plan is null)
            {
                _withoutPlan.Add(agent);
            }
            else if (served.Count == 0)
            {
                _withoutGroup.Add(agent);
            }
            else
            {
                able.Add(new AbleAgent(agent, plan, served));
                if (days.Any(day => agent.Employment.IsActiveOn(day) && agent.WorkPlans.At(day) != plan.Id))
                {
                    _changing.Add(agent);
                }
            }
        }

        Able = able;
    }

    public IReadOnlyList<AbleAgent> Able { get; }

    public IEnumerable<string> Findings()
    {
        if (_withoutPlan.Count > 0)
        {
            yield return $"Without a work plan, and so not scheduled: {Names(_withoutPlan)}.\n"
                + "Maybe give them one under People > Agents.";
        }

        if (_withoutGroup.Count > 0)
        {
            yield return $"With the skills of no planning group, and so not scheduled: {Names(_withoutGroup)}.\n"
                + "Maybe give them skills, or planning groups other ones.";
        }

        if (_changing.Count > 0)
        {
            yield return $"With another work plan, or none, from the middle on, and built by the first: "
                + $"{Names(_changing)}.\nMaybe let plans change where a week begins, and build from there.";
        }

        if (Able.Count == 0)
        {
            yield return "There is nobody to be scheduled.\n"
                + "Maybe assign agents to the unit, with work plans and skills.";
        }
    }

    /// <summary>The paid time that they may have in a week, in minutes, for each planning group they serve.</summary>
    public double CapacityOf(int group) => Able.Where(row => row.Groups.Contains(group))
        .Sum(row => (double)row.Plan.PaidMinutesPerWeek.Max / row.Groups.Count);

    public static string Names(IReadOnlyCollection<Agent> agents) =>
        Names([.. agents.Select(agent => agent.FullName)]);

    /// <summary>The first few of them, and how many more there are.</summary>
    public static string Names(IReadOnlyCollection<string> names) => string.Join(", ", names.Take(NamesTold))
        + (names.Count > NamesTold ? $" and {names.Count - NamesTold} more" : "");
}
