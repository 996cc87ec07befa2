using Muster.Domain.Organization;
using Muster.Domain.People;

namespace Muster.Server.Scheduling;

/// <summary>Somebody who can be scheduled.</summary>
/// <param name="Groups">The planning groups they can serve, as indices of all.</param>
internal sealed record AbleAgent(Agent Agent, WorkPlan Plan, IReadOnlyList<int> Groups);
