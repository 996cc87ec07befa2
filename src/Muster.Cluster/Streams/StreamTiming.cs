namespace Muster.Cluster.Streams;

/// <summary>The times and limits of following scopes.</summary>
public sealed record StreamTiming
{
    /// <summary>
    /// How often the database is asked for versions, whatever was heard from elsewhere: how long a cached value may be
    /// out of date when nothing else works.
    /// </summary>
    public TimeSpan Slack { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Content older than this does not count as current.</summary>
    public TimeSpan CurrentFor => Slack + TimeSpan.FromSeconds(1);

    /// <summary>Pause after the database was away.</summary>
    public TimeSpan Retry { get; init; } = TimeSpan.FromSeconds(0.2);

    /// <summary>So many changes behind, loading anew is cheaper than catching up.</summary>
    public long ReloadBeyond { get; init; } = 5_000;
}
