using System.Collections.Immutable;
using Muster.Cluster.Members;
using Muster.Cluster.Streams;

namespace Muster.Cluster.Tests.Simulation;

/// <summary>All that is committed, immutable: a failover that loses commits goes back to an earlier one.</summary>
internal sealed record DatabaseState
{
    public ImmutableDictionary<ScopeName, ImmutableList<Change>> Changes { get; init; } =
        ImmutableDictionary<ScopeName, ImmutableList<Change>>.Empty;

    public ImmutableDictionary<(ScopeName Scope, string Id), long> Entities { get; init; } =
        ImmutableDictionary<(ScopeName Scope, string Id), long>.Empty;

    public ImmutableSortedDictionary<long, Member> Members { get; init; } =
        ImmutableSortedDictionary<long, Member>.Empty;

    public ImmutableDictionary<string, LeaseRow> Leases { get; init; } = ImmutableDictionary<string, LeaseRow>.Empty;

    /// <summary>What was written under leases, in the order of the commits.</summary>
    public ImmutableList<FencedWrite> Written { get; init; } = [];

    /// <summary>How far the work under a lease has come.</summary>
    public long Cursor { get; init; }

    public long LastIncarnation { get; init; }

    public long VersionOf(ScopeName scope) => Changes.TryGetValue(scope, out var changes) ? changes.Count : 0;
}
