namespace Muster.Cluster.Tests.Simulation;

/// <summary>A connection to the database; its end frees its locks.</summary>
internal sealed class SimSession(NodeId owner)
{
    public NodeId Owner => owner;

    public bool IsEnded { get; set; }

    /// <summary>It had the advisory lock of a lease it may not take: it must not spin.</summary>
    public bool LockWasVain { get; set; }
}
