namespace Muster.Server.Api.Cluster;

/// <summary>The cluster as the node that answers sees it.</summary>
/// <param name="Node">The node that answers.</param>
/// <param name="Timeline">Of the database; it goes up when the database fails over.</param>
public sealed record ClusterView(
    string Node,
    int Timeline,
    IReadOnlyList<ClusterNodeView> Nodes,
    IReadOnlyList<ClusterScopeView> Scopes,
    MeshStateView Mesh,
    IReadOnlyList<LeaseView> Leases,
    ConsistencyView Consistency);
