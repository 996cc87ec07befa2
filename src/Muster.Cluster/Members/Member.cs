namespace Muster.Cluster.Members;

/// <summary>A node as its row in the database tells.</summary>
/// <param name="Beat">Counts up with every beat; a node whose count stands still is dead.</param>
/// <param name="Addresses">Where other nodes reach it.</param>
/// <param name="Report">What it told with its last beat.</param>
public sealed record Member(
    NodeId Id,
    long Beat,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Addresses,
    string Build,
    DateTimeOffset StartedAt,
    MemberReport Report);
