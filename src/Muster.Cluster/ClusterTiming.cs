using Muster.Cluster.Leases;
using Muster.Cluster.Members;
using Muster.Cluster.Mesh;
using Muster.Cluster.Streams;

namespace Muster.Cluster;

/// <summary>Every time and limit of the protocols, with the values they are tested with.</summary>
public sealed record ClusterTiming
{
    public LeaseTiming Leases { get; init; } = new();

    public MemberTiming Members { get; init; } = new();

    public StreamTiming Streams { get; init; } = new();

    public MeshTiming Mesh { get; init; } = new();
}
