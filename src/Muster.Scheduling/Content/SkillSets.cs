using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Content;

/// <summary>Groups as bits, for sets of skills.</summary>
internal static class SkillSets
{
    public static uint MaskOf(Employee employee) =>
        employee.Groups.Aggregate(0u, (mask, group) => mask | (1u << group));
}
