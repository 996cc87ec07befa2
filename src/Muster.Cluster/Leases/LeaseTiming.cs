namespace Muster.Cluster.Leases;

/// <summary>The times of a lease; they only work together, so they are set together.</summary>
public sealed record LeaseTiming
{
    /// <summary>How long a renewal lasts, by the database's clock.</summary>
    public TimeSpan Life { get; init; } = TimeSpan.FromSeconds(2);

    public TimeSpan Renew { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>The holder gives up when its last good renewal was sent this long ago, by its own clock.</summary>
    public TimeSpan StandDown { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>Pause after the database was away.</summary>
    public TimeSpan Retry { get; init; } = TimeSpan.FromSeconds(0.2);
}
