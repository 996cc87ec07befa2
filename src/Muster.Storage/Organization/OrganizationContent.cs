using Muster.Cluster;
using Muster.Cluster.Streams;
using Muster.Domain.Organization;

namespace Muster.Storage.Organization;

/// <summary>How a node follows the organization: all of it is in memory, and what changed is read.</summary>
public sealed class OrganizationContent(OrganizationStore store) : IScopeContent<OrganizationSnapshot>
{
    public Task<ScopeSnapshot<OrganizationSnapshot>> LoadAsync(CancellationToken token) => store.LoadAsync(token);

    public async ValueTask<OrganizationSnapshot> ApplyAsync(
        OrganizationSnapshot content, ScopeDelta delta, CancellationToken token)
    {
        var keys = delta.Changes.Select(change => Guid.Parse(change.Id)).ToHashSet();
        var (timeline, items) = await store.ReadAsync(keys, token);
        return timeline == delta.Position.Timeline
            ? content.WithNewer(items)
            : throw new StoreAwayException(
                $"Items were read on timeline {timeline} for changes of {delta.Position}: it is another database.");
    }

    public long? VersionOf(OrganizationSnapshot content, string entity, string id) =>
        OrganizationKinds.Find(entity) is { } kind && Guid.TryParse(id, out var key)
            ? content.Find(kind, key)?.Version
            : null;
}
