namespace Muster.Cluster.Streams;

/// <summary>The versions of all scopes at one moment.</summary>
public sealed record ScopeVersions(int Timeline, IReadOnlyDictionary<ScopeName, long> Versions)
{
    /// <summary>A scope that was never written is at 0.</summary>
    public ScopePosition Of(ScopeName scope) => new(Timeline, Versions.GetValueOrDefault(scope));
}
