using Muster.Cluster;
using Muster.Storage.Members;
using Muster.Storage.Streams;

namespace Muster.Server.Agreement;

/// <summary>This process as a node of the cluster, and what belongs to that.</summary>
/// <param name="MeshOff">Why there is no mesh; null when there is one.</param>
public sealed record ClusterParts(
    ClusterNode Node, MeshSockets Sockets, ScopeStore Scopes, MemberStore Members, string? MeshOff);
