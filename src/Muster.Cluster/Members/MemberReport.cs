using Muster.Cluster.Streams;

namespace Muster.Cluster.Members;

/// <summary>What a node tells with its beat.</summary>
/// <param name="Applied">How far it is in each scope that it follows.</param>
/// <param name="Links">The names of the nodes to which it has a link of the mesh, in order.</param>
public sealed record MemberReport(
    IReadOnlyDictionary<ScopeName, ScopePosition> Applied, IReadOnlyList<string> Links)
{
    /// <summary>What the node's consistency checker has counted.</summary>
    public ReadCounts Reads { get; init; }

    public static MemberReport Empty { get; } = new(new Dictionary<ScopeName, ScopePosition>(), []);

    /// <summary>Whether the other one tells the same.</summary>
    public bool Says(MemberReport? other) =>
        other is not null
        && Reads == other.Reads
        && Links.SequenceEqual(other.Links)
        && Applied.Count == other.Applied.Count
        && Applied.All(pair => other.Applied.TryGetValue(pair.Key, out var position) && position == pair.Value);
}
