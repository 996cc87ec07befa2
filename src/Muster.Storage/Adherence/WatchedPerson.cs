using Muster.Domain.Organization;
using Muster.Domain.People;

namespace Muster.Storage.Adherence;

/// <summary>An agent of a unit, as far as adherence needs to know.</summary>
/// <param name="Team">Null: of none.</param>
public sealed record WatchedPerson(
    AgentId Id, TenantId Tenant, ManagementUnitId Unit, TeamId? Team, string Name)
{
    /// <summary>
    /// When the agent left: time before it is still judged, where something about it comes late or is not stored yet.
    /// Null: the agent is there.
    /// </summary>
    public DateTimeOffset? Until { get; init; }
}
