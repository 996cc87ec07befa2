using Muster.Cluster.Leases;

namespace Muster.Cluster.Tests.Simulation;

/// <summary>An open transaction under a lease.</summary>
internal sealed class SimTransaction(NodeId writer, Fence fence, SimProcess server)
{
    /// <summary>The server it was begun on; it does not outlive it.</summary>
    public SimProcess Server => server;

    public NodeId Writer => writer;

    public Fence Fence => fence;

    public long Cursor { get; set; }

    public bool IsEnded { get; set; }
}
