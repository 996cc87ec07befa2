using Muster.Cluster.Streams;
using Muster.Domain.Organization;
using Muster.Server.Agreement;
using Muster.Storage.Organization;

namespace Muster.Server.Organization;

/// <summary>The organization as this node has it in memory. Safe for many threads.</summary>
public sealed class OrganizationCache(ClusterParts cluster, OrganizationStore store)
{
    /// <summary>The newest that this node knows; null before it was first loaded.</summary>
    public ScopeSnapshot<OrganizationSnapshot>? Known => cluster.Organization.Current;

    /// <summary>The organization as it is now: from memory if this node is current, else read.</summary>
    public async ValueTask<OrganizationSnapshot> CurrentAsync(CancellationToken token) =>
        cluster.Node.IsCurrent(OrganizationStore.Scope) && Known is { } known
            ? known.Content
            : (await store.LoadAsync(token)).Content;
}
