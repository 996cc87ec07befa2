namespace Muster.Cluster.Streams;

/// <summary>The database's side of the scopes. Every call may throw <see cref="StoreAwayException"/>.</summary>
public interface IScopeStore
{
    /// <summary>Timeline and versions of every scope that was ever written.</summary>
    Task<ScopeVersions> ReadVersionsAsync(CancellationToken token);

    /// <summary>
    /// All changes after a position, with the position they lead to; null when they cannot be had: the timeline is
    /// another one, the database is behind <paramref name="after"/>, or the rows are too old and gone.
    /// </summary>
    Task<ScopeDelta?> ReadChangesAsync(ScopeName scope, ScopePosition after, CancellationToken token);
}
