namespace Muster.Cluster.Mesh;

/// <summary>A link, for people.</summary>
/// <param name="Dialled">The address this node dialled; null when the peer did.</param>
/// <param name="Waiting">Frames that wait to be sent.</param>
public sealed record MeshLinkView(
    NodeId Peer,
    string? Dialled,
    TimeSpan Age,
    TimeSpan? RoundTrip,
    int Waiting,
    MeshLinkCounts Counts);
