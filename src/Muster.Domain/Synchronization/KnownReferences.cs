using Muster.Domain.Organization;
using Muster.Domain.Sources;

namespace Muster.Domain.Synchronization;

/// <summary>What the external ids of a source stand for in Muster, as far as it is known.</summary>
/// <param name="Entities">Everything but people.</param>
public sealed record KnownReferences(
    IReadOnlyDictionary<(ObjectKind Kind, string ExternalId), Guid> Entities, OrganizationSnapshot Organization)
{
    public Guid? Find(ObjectKind kind, string externalId) =>
        Entities.TryGetValue((kind, externalId), out var id) ? id : null;

    public Site? FindSite(string externalId) =>
        Find(ObjectKind.Site, externalId) is { } id ? Organization.Sites.Find(new SiteId(id)) : null;

    public BusinessUnitId? BusinessUnitOf(ManagementUnitId? unit) =>
        unit is { } known ? Organization.ManagementUnits.Find(known)?.BusinessUnitId : null;
}
