namespace Muster.Cluster.Streams;

/// <summary>
/// Consecutive changes of a scope, the last of which made it <paramref name="Position"/>.
/// </summary>
public sealed record ScopeDelta(ScopePosition Position, IReadOnlyList<Change> Changes)
{
    /// <summary>The version that the changes build on.</summary>
    public long Base => Position.Version - Changes.Count;
}
