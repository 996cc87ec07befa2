namespace Muster.Cluster.Mesh;

/// <summary>A node that should be on the mesh.</summary>
public sealed record MeshPeer(NodeId Node, IReadOnlyList<string> Addresses);
