using Muster.Cluster.Members;

namespace Muster.Cluster;

/// <summary>Who a node is.</summary>
/// <param name="Peers">Addresses that the mesh always dials; null: this node takes no part in the mesh.</param>
public sealed record ClusterSettings(
    NodeId Self, NodeDescription Description, IReadOnlyList<string>? Peers, ClusterTiming Timing);
