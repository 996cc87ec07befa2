namespace Muster.Cluster.Mesh;

/// <summary>Who a node is on the mesh, and whom it looks for.</summary>
/// <param name="Peers">Addresses that are always dialled; those of the membership come in addition.</param>
public sealed record MeshSettings(NodeId Self, string Build, IReadOnlyList<string> Peers);
