using Muster.Cluster.Streams;

namespace Muster.Cluster.Members;

/// <summary>A node as its row in the database tells.</summary>
/// <param name="Beat">Counts up with every beat; a node whose count stands still is dead.</param>
/// <param name="Addresses">Where other nodes reach it.</param>
/// <param name="Applied">What it had applied of each scope it follows, at its last beat.</param>
public sealed record Member(
    NodeId Id,
    long Beat,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Addresses,
    string Build,
    DateTimeOffset StartedAt,
    IReadOnlyDictionary<ScopeName, ScopePosition> Applied);
