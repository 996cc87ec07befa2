namespace Muster.Cluster.Mesh;

/// <summary>Frames since the link was opened.</summary>
/// <param name="Conflated">Merged into newer ones before they were sent.</param>
/// <param name="Dropped">Not sent because too many waited.</param>
public sealed record MeshLinkCounts(long Sent, long Received, long Conflated, long Dropped);
