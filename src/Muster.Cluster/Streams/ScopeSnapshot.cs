namespace Muster.Cluster.Streams;

/// <summary>Content of a scope as of a position, immutable.</summary>
public sealed record ScopeSnapshot<T>(ScopePosition Position, T Content);
