using Muster.Cluster.Streams;
using Muster.Server.Agreement;
using Muster.Storage.Adherence;

namespace Muster.Server.Adherence;

/// <summary>The adherence rules as this node has them in memory. Safe for many threads.</summary>
public sealed class RuleCache(ClusterParts cluster, RuleStore store)
{
    /// <summary>The newest that this node knows; null before it was first loaded.</summary>
    public ScopeSnapshot<RuleBook>? Known => cluster.Rules.Current;

    /// <summary>The rules as they are now: from memory if this node is current, else read.</summary>
    public async ValueTask<RuleBook> CurrentAsync(CancellationToken token) =>
        cluster.Node.IsCurrent(RuleStore.Scope) && Known is { } known
            ? known.Content
            : RuleBook.Empty.WithNewer((await store.LoadAsync(token)).Content);
}
