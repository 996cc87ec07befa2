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
    private const string Bearer = "Bearer ";

    private readonly CallerStore _store;
    private readonly ClusterNode _cluster;
    private readonly TimeProvider _time;
    private readonly CachedEntries<(ActorKind Kind, string Secret), Caller?> _entries;

    public CallerCache(CallerStore store, ClusterParts cluster, TimeProvider time)
    {
        (_store, _cluster, _time) = (store, cluster.Node, time);
        _entries = new CachedEntries<(ActorKind, string), Caller?>(cluster.Access, MaxEntries);
    }

    /// <summary>Whom a request speaks for, at this moment: a bearer token first, else the session cookie.</summary>
    public ValueTask<Caller?> FindAsync(HttpContext http)
    {
        var authorization = http.Request.Headers.Authorization.ToString();
        if (authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return FindAsync(ActorKind.Client, authorization[Bearer.Length..].Trim(), http.RequestAborted);
        }

        return http.Request.Cookies.TryGetValue(SessionCookie.Name, out var key) && SessionCookie.IsSafe(http.Request)
            ? FindAsync(ActorKind.User, key, http.RequestAborted)
            : ValueTask.FromResult<Caller?>(null);
    }

    /// <summary>The caller, or null: unknown, ended, disabled. Many requests at once ask the database once.</summary>
    public async ValueTask<Caller?> FindAsync(ActorKind kind, string secret, CancellationToken token)
    {
        var caller = _cluster.IsCurrent(AccessScope.Name)
            ? await _entries.GetAsync((kind, secret), ReadAsync, DependenciesOf, token)
            : await ReadAsync((kind, secret)).WaitAsync(token);
        return caller is not null && caller.ExpiresAt > _time.GetUtcNow() ? caller : null;
    }

    // What is not known may become known, and is not remembered.
    private static IReadOnlyList<(string Entity, string Id)>? DependenciesOf(Caller? caller) =>
        caller is null ? null : AccessScope.DependenciesOf(caller);

    // Not the caller's token: others may wait for the same answer. The database's own time-out ends it.
    private Task<Caller?> ReadAsync((ActorKind Kind, string Secret) key) =>
        Secrets.Hash(key.Secret) is not { } hash ? Task.FromResult<Caller?>(null)
        : key.Kind == ActorKind.User ? _store.FindUserAsync(hash, _time.GetUtcNow(), CancellationToken.None)
        : _store.FindClientAsync(hash, _time.GetUtcNow(), CancellationToken.None);
}
