namespace Muster.Cluster.Tests.Simulation;

/// <summary>A lease and its fence, as the database holds them. Times are by the database's clock, in ticks.</summary>
internal sealed record LeaseRow
{
    public NodeId? Holder { get; init; }

    public long ExpiresAt { get; init; }

    public long Renewal { get; init; }

    /// <summary>The holder has the advisory lock, so that its loss means something.</summary>
    public bool HasDetector { get; init; }

    public string? HandoverTo { get; init; }

    public long HandoverUntil { get; init; }

    public int Timeline { get; init; }

    public long Epoch { get; init; }
}
