using Muster.Domain.Organization;
using Muster.Server.Demand.Skills;

namespace Muster.Server.Api.Demand;

/// <summary>Agents with the same skills.</summary>
/// <param name="PlanningGroupIds">Whose contacts they can take.</param>
/// <param name="Agents">How many are on queue; where the requirement is asked for, it is left aside.</param>
public sealed record AgentGroupBody(string Name, IReadOnlyList<Guid> PlanningGroupIds, int Agents = 0)
{
    public SkilledGroup Group() => new(Name, [.. PlanningGroupIds.Select(id => new PlanningGroupId(id))], Agents);
}
