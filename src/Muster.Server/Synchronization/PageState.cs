using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Domain.Sources;
using Muster.Domain.Synchronization;
using Muster.Storage.Synchronization;

namespace Muster.Server.Synchronization;

/// <summary>What a page begins with: locked rows of the database, and the organization.</summary>
/// <param name="Elsewhere">When another source spoke last of an agent that both know.</param>
/// <param name="Twins">People of other sources by employee number.</param>
internal sealed record PageState(
    Dictionary<(ObjectKind Kind, string ExternalId), MirroredObject> Mirror,
    Dictionary<Guid, Agent> Agents,
    OrganizationSnapshot Organization,
    IReadOnlyDictionary<Guid, DateTimeOffset> Elsewhere,
    ILookup<string, TwinRow> Twins);
