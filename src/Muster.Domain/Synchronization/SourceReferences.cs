using Muster.Domain.Organization;
using Muster.Domain.Sources;

namespace Muster.Domain.Synchronization;

/// <summary>What the external ids of a source stand for in Muster, as far as it is known.</summary>
/// <param name="Entities">Tenants, time zones, switches and skills.</param>
/// <param name="Sites">Sites by external id.</param>
/// <param name="BusinessUnits">The business unit of each management unit.</param>
public sealed record SourceReferences(
    IReadOnlyDictionary<(ObjectKind Kind, string ExternalId), Guid> Entities,
    IReadOnlyDictionary<string, SiteAssignment> Sites,
    IReadOnlyDictionary<ManagementUnitId, BusinessUnitId> BusinessUnits)
{
    public Guid? Find(ObjectKind kind, string externalId) =>
        Entities.TryGetValue((kind, externalId), out var id) ? id : null;

    public BusinessUnitId? BusinessUnitOf(ManagementUnitId? unit) =>
        unit is { } known && BusinessUnits.TryGetValue(known, out var found) ? found : null;
}
