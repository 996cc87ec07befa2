using System.Collections.Concurrent;

namespace Muster.Cluster.Streams;

/// <summary>
/// Single values that are read when they are first asked for and hold until something they depend on changes. Safe for
/// many threads.
/// </summary>
public sealed class CachedEntries<TKey, TValue>(Cached<ChangeMarks> marks, int most)
    where TKey : notnull
{
    private volatile ConcurrentDictionary<TKey, Entry> _entries = new();

    internal int Count => _entries.Count;

    /// <summary>Whether a value would be answered without reading it.</summary>
    public bool Holds(TKey key, Func<TValue, IReadOnlyList<(string Entity, string Id)>?> dependsOn) =>
        marks.Current is { } now && _entries.TryGetValue(key, out var known) && IsStillTrue(known, now, dependsOn);

    /// <summary>The value, from the cache if nothing it depends on has changed, else read.</summary>
    /// <param name="read">
    /// Reads it, as of the position or later; many who ask at once share one reading. Of another timeline it is refused
    /// with <see cref="StoreAwayException"/>: that database may not know what changed.
    /// </param>
    /// <param name="dependsOn">The entities whose change makes the value old; null: it is not to be kept.</param>
    /// <exception cref="StoreAwayException">Nothing is known yet of what changed.</exception>
    public ValueTask<TValue> GetAsync(
        TKey key,
        Func<TKey, ScopePosition, Task<TValue>> read,
        Func<TValue, IReadOnlyList<(string Entity, string Id)>?> dependsOn,
        CancellationToken token)
    {
        var now = marks.Current ?? throw new StoreAwayException($"The scope {marks.Scope} is not loaded yet.");
        if (_entries.TryGetValue(key, out var known) && IsStillTrue(known, now, dependsOn))
        {
            return known.Value.IsCompletedSuccessfully
                ? new ValueTask<TValue>(known.Value.Result)
                : new ValueTask<TValue>(known.Value.WaitAsync(token));
        }

        if (_entries.Count >= most)
        {
            Forget();
        }

        // As of the position before it is read: what changes meanwhile makes it old at once.
        var entry = new Entry(now.Content.Lineage, now.Position, read(key, now.Position));
        var entries = _entries;
        entries[key] = entry;
        entry.Value.ContinueWith(
            value =>
            {
                if (!value.IsCompletedSuccessfully || dependsOn(value.Result) is null)
                {
                    entries.TryRemove(KeyValuePair.Create(key, entry));
                }
            },
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return new ValueTask<TValue>(entry.Value.WaitAsync(token));
    }

    private void Forget() => _entries = new ConcurrentDictionary<TKey, Entry>();

    private static bool IsStillTrue(
        Entry entry, ScopeSnapshot<ChangeMarks> now, Func<TValue, IReadOnlyList<(string Entity, string Id)>?> dependsOn)
    {
        if (entry.Lineage != now.Content.Lineage)
        {
            return false;
        }

        if (!entry.Value.IsCompleted)
        {
            // Whoever asks after a change must not get what was read before it.
            return entry.At == now.Position;
        }

        return entry.Value.IsCompletedSuccessfully
            && dependsOn(entry.Value.Result) is { } entities
            && entities.All(entity => now.Content.ChangedAt(entity.Entity, entity.Id) <= entry.At);
    }

    private sealed record Entry(object Lineage, ScopePosition At, Task<TValue> Value);
}
