using Muster.Cluster;
using Muster.Cluster.Streams;
using Muster.Domain.Identity;
using Muster.Server.Agreement;
using Muster.Server.Identity;
using Muster.Storage.Identity;

namespace Muster.Server.Api.Access;

/// <summary>
/// Who a key or token speaks for, remembered until something that it depends on changes, so that most requests ask no
/// database. A node that is not current remembers nothing and asks each time. Safe for many threads.
/// </summary>
public sealed class CallerCache
{
    private const int MaxEntries = 100_000;

    // A token's last use is written where it is read.
    private static readonly TimeSpan ClientsKept = TimeSpan.FromMinutes(1);

    private readonly CallerStore _store;
    private readonly ClusterNode _cluster;
    private readonly TimeProvider _time;
    private readonly CachedEntries<CallerKey, (Caller? Caller, DateTimeOffset ReadAt)> _entries;

    public CallerCache(CallerStore store, ClusterParts cluster, TimeProvider time)
    {
        (_store, _cluster, _time) = (store, cluster.Node, time);
        _entries = new CachedEntries<CallerKey, (Caller? Caller, DateTimeOffset ReadAt)>(cluster.Access, MaxEntries);
    }

    /// <summary>The caller, or null: unknown, ended, disabled. Many requests at once ask the database once.</summary>
    public async ValueTask<Caller?> FindAsync(CallerKey key, CancellationToken token)
    {
        var caller = _cluster.IsCurrent(AccessScope.Name)
            ? (await _entries.GetAsync(key, ReadForAsync, DependenciesOf, token)).Caller
            : (await ReadAsync(key, _time.GetUtcNow()).WaitAsync(token)).Caller;
        return caller is not null && caller.ExpiresAt > _time.GetUtcNow() ? caller : null;
    }

    /// <summary>Whether the caller is known without asking the database.</summary>
    public bool Remembers(CallerKey key) =>
        _cluster.IsCurrent(AccessScope.Name) && _entries.Holds(key, DependenciesOf);

    // What is not known may become known, and is not remembered.
    private IReadOnlyList<(string Entity, string Id)>? DependenciesOf((Caller? Caller, DateTimeOffset ReadAt) known) =>
        known.Caller is not { } caller ? null
        : caller.Kind == ActorKind.Client && _time.GetUtcNow() - known.ReadAt >= ClientsKept ? null
        : AccessScope.DependenciesOf(caller);

    private async Task<(Caller? Caller, DateTimeOffset ReadAt)> ReadForAsync(CallerKey key, ScopePosition position)
    {
        var now = _time.GetUtcNow();
        var reading = await ReadAsync(key, now);
        return reading.Timeline == position.Timeline
            ? (reading.Caller, now)
            : throw new StoreAwayException(
                $"The caller was read on timeline {reading.Timeline}, and this node knows {position}.");
    }

    // Not the caller's token: others may wait for the same answer. The database's own time-out ends it.
    private Task<CallerReading> ReadAsync(CallerKey key, DateTimeOffset now)
    {
        var hash = Convert.FromHexString(key.Hash);
        return key.Kind == ActorKind.User
            ? _store.FindUserAsync(hash, now, CancellationToken.None)
            : _store.FindClientAsync(hash, now, CancellationToken.None);
    }
}
