using Muster.Server.Host;

namespace Muster.Server.Agreement;

/// <summary>A process's place in the cluster.</summary>
/// <param name="Incarnation">Given by the database; 0 for one that never joins.</param>
/// <param name="Key">With which nodes prove who they are; null when they cannot.</param>
internal sealed record ClusterPlace(NodeInfo Node, long Incarnation, byte[]? Key);
