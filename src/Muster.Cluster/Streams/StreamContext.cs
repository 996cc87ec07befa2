namespace Muster.Cluster.Streams;

/// <summary>What every follower on a node shares.</summary>
/// <param name="Applied">Told after a snapshot was swapped in.</param>
/// <param name="Loaded">Told when content was read as a whole, and why.</param>
internal sealed record StreamContext(
    IScopeStore Store,
    StreamTiming Timing,
    TimeProvider Time,
    Action<ScopeName, ScopePosition> Applied,
    Action<ScopeName, ScopePosition, string> Loaded);
