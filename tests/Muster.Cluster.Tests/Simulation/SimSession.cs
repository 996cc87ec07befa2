namespace Muster.Cluster.Tests.Simulation;

/// <summary>A connection to the database; its end frees its locks.</summary>
internal sealed class SimSession(NodeId owner)
{
    public NodeId Owner => owner;

    public bool IsEnded { get; set; }
}
