using Muster.Domain.Organization;

namespace Muster.Server.Demand.Skills;

/// <summary>Agents with the same skills.</summary>
/// <param name="Serves">The planning groups whose contacts they can take.</param>
/// <param name="Agents">On queue all the time; where that is what is asked for, 0.</param>
public sealed record SkilledGroup(string Name, IReadOnlyList<PlanningGroupId> Serves, int Agents);
