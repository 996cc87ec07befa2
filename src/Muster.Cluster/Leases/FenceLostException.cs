namespace Muster.Cluster.Leases;

/// <summary>A write under a lease that another node has taken meanwhile. Nothing was written.</summary>
public sealed class FenceLostException(Fence fence)
    : Exception($"The fence {fence} is no longer the current one: another node has taken the lease.")
{
    public Fence Fence { get; } = fence;
}
