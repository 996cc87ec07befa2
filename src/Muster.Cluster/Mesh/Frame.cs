namespace Muster.Cluster.Mesh;

/// <summary>A message between two nodes.</summary>
/// <param name="Route">Set for what other nodes pass on; null for what concerns only the two ends of a link.</param>
public sealed record Frame(FrameBody Body, FrameRoute? Route = null);
