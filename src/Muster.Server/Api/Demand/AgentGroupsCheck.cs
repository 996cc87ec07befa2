using Muster.Domain.Outcomes;

namespace Muster.Server.Api.Demand;

/// <summary>What is wrong with agent groups that are asked about.</summary>
internal static class AgentGroupsCheck
{
    public const int MostAgents = 5_000;

    public static FieldChecks AgentGroups(this FieldChecks checks, IReadOnlyList<AgentGroupBody> groups, int most)
    {
        checks.That(groups.Count >= 1 && groups.Count <= most, "agent_groups", $"must be 1 to {most}.");
        foreach (var (i, group) in groups.Take(most).Index())
        {
            var (field, ids) = ($"agent_groups[{i}]", group.PlanningGroupIds);
            checks.Text($"{field}.name", group.Name, 1, 200)
                .That(groups.Take(i).All(other => other.Name != group.Name), $"{field}.name", "is there twice.")
                .That(ids.Count > 0, $"{field}.planning_group_ids", "is empty.\nMaybe name whom they serve.")
                .That(ids.Distinct().Count() == ids.Count, $"{field}.planning_group_ids", "has one twice.")
                .Range($"{field}.agents", group.Agents, 0, MostAgents);
        }

        return checks.That(
            groups.Sum(group => (long)group.Agents) <= MostAgents, "agent_groups",
            $"have more than {MostAgents} agents.");
    }
}
