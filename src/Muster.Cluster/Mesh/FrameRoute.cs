namespace Muster.Cluster.Mesh;

/// <summary>How a frame finds its way.</summary>
/// <param name="Seq">With the origin, incarnation included, its name: every node handles it once.</param>
/// <param name="Hop">How many links it has passed; 8 are the most.</param>
/// <param name="Reached">
/// The nodes to which it has been sent already: whoever passes it on leaves them out, so there are no duplicates in a
/// full mesh, and relay by itself in lines and rings.
/// </param>
/// <param name="To">The only node it is meant for; null for all.</param>
public sealed record FrameRoute(
    NodeId Origin, long Seq, int Hop, IReadOnlyCollection<string> Reached, string? To = null);
