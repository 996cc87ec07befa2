namespace Muster.Cluster.Leases;

/// <summary>A lease for people to look at.</summary>
/// <param name="Holder">Null when nobody holds it, or its life has run out.</param>
/// <param name="Remaining">Life left by the database's clock.</param>
/// <param name="Waiting">Nodes that would take it, by name.</param>
public sealed record LeaseState(
    Fence Fence,
    NodeId? Holder,
    TimeSpan Remaining,
    DateTimeOffset TakenAt,
    string TakenBecause,
    string? HandoverTo,
    IReadOnlyList<string> Waiting);
