using System.Collections.Concurrent;
using Muster.Cluster;
using Muster.Cluster.Streams;
using Muster.Server.Agreement;
using Muster.Storage.Streams;

namespace Muster.Server.Live;

/// <summary>
/// The changes of the scopes that this node follows, for topics. Read from the database, never beyond what this node
/// has applied: whoever is told of a change and asks this node gets it. Safe for many threads.
/// </summary>
public sealed class ScopeFeed
{
    /// <summary>Whoever is further behind reads everything again.</summary>
    public const int MostChanges = 1000;

    private readonly ClusterNode _node;
    private readonly ScopeStore _store;
    private readonly ConcurrentDictionary<ScopeName, TaskCompletionSource> _moves = new();

    // Followers are mostly at the same place: it is read once for all of them. Empty after each move.
    private volatile ConcurrentDictionary<(ScopeName Scope, ScopePosition After), Task<ScopeDelta?>> _readings = new();

    public ScopeFeed(ClusterParts cluster)
    {
        (_node, _store) = (cluster.Node, cluster.Scopes);
        _node.Applied += Hear;
    }

    /// <summary>Ends when this node has applied the next change of the scope.</summary>
    public Task NextMoveAsync(ScopeName scope, CancellationToken token) =>
        _moves.GetOrAdd(scope, static _ => New()).Task.WaitAsync(token);

    /// <summary>How far this node is; timeline 0 before the scope has been read.</summary>
    public ScopePosition Applied(ScopeName scope) => _node.Positions.GetValueOrDefault(scope);

    /// <summary>
    /// What came after a position, up to what this node has applied; null when it cannot be gone on from there.
    /// </summary>
    public async Task<ScopeDelta?> ReadAsync(ScopeName scope, ScopePosition after, CancellationToken token)
    {
        var applied = Applied(scope);
        var count = applied.Version - after.Version;
        if (after.Timeline != applied.Timeline || count is < 0 or > MostChanges)
        {
            return null;
        }

        var read = count == 0
            ? new ScopeDelta(applied, [])
            : await ReadOnceAsync(scope, after, token);
        return read is null || read.Changes.Count < count
            ? null
            : new ScopeDelta(applied, [.. read.Changes.Take((int)count)]);
    }

    private async Task<ScopeDelta?> ReadOnceAsync(ScopeName scope, ScopePosition after, CancellationToken token)
    {
        var readings = _readings;
        var reading = readings.GetOrAdd(
            (scope, after), key => _store.ReadChangesAsync(key.Scope, key.After, CancellationToken.None));
        try
        {
            return await reading.WaitAsync(token);
        }
        catch (StoreAwayException)
        {
            readings.TryRemove(KeyValuePair.Create((scope, after), reading));
            throw;
        }
    }

    // Who waits goes on elsewhere: this is the cluster's strand.
    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Hear(ScopeName scope, ScopePosition position)
    {
        _readings = new();
        if (_moves.TryRemove(scope, out var waiting))
        {
            waiting.TrySetResult();
        }
    }
}
