using System.Collections.Concurrent;
using Muster.Domain.Identity;
using Muster.Server.Identity;
using Muster.Server.Options;
using Muster.Storage.Identity;

namespace Muster.Server.Api.Access;

/// <summary>
/// Who a key or token speaks for, remembered for Server:CacheSlack, so that most requests ask no database and a revoked
/// right ends within that time on every node (at once on the node that revoked it). Safe for many threads.
/// </summary>
public sealed class CallerCache(CallerStore store, ServerOptions options, TimeProvider time)
{
    private const int MaxEntries = 100_000;

    private readonly TimeSpan _slack = TimeSpan.FromSeconds(options.CacheSlack);
    private volatile ConcurrentDictionary<(ActorKind, string), Entry> _entries = new();

    /// <summary>The caller, or null: unknown, ended, disabled. Many requests at once ask the database once.</summary>
    public ValueTask<Caller?> FindAsync(ActorKind kind, string secret, CancellationToken token)
    {
        var now = time.GetTimestamp();
        if (_entries.TryGetValue((kind, secret), out var known)
            && time.GetElapsedTime(known.At, now) < _slack && !known.Found.IsFaulted)
        {
            return known.Found is { IsCompletedSuccessfully: true, Result: var caller }
                ? ValueTask.FromResult(StillValid(caller))
                : new ValueTask<Caller?>(known.Found.WaitAsync(token));
        }

        if (_entries.Count >= MaxEntries)
        {
            Forget();
        }

        var entry = new Entry(ReadAsync(kind, secret), now);
        _entries[(kind, secret)] = entry;
        return new ValueTask<Caller?>(entry.Found.WaitAsync(token));
    }

    /// <summary>Forgets everything, after a change of rights on this node.</summary>
    public void Forget() => _entries = new ConcurrentDictionary<(ActorKind, string), Entry>();

    // Not the caller's token: others may wait for the same answer. The database's own time-out ends it.
    private Task<Caller?> ReadAsync(ActorKind kind, string secret) =>
        Secrets.Hash(secret) is not { } hash ? Task.FromResult<Caller?>(null)
        : kind == ActorKind.User ? store.FindUserAsync(hash, time.GetUtcNow(), CancellationToken.None)
        : store.FindClientAsync(hash, time.GetUtcNow(), CancellationToken.None);

    private Caller? StillValid(Caller? caller) =>
        caller is not null && caller.ExpiresAt > time.GetUtcNow() ? caller : null;

    private sealed record Entry(Task<Caller?> Found, long At);
}
