using Muster.Cluster.Streams;

namespace Muster.Storage.Streams;

/// <summary>
/// The changes of a transaction before they have versions: by scope, each scope's in the order noted.
/// </summary>
internal sealed class RecordedChanges
{
    // Ordered ordinally, only so that statements and answers do not depend on the order of recording; what order rows
    // are locked in is the database's.
    private readonly SortedDictionary<string, List<Change>> _byScope = new(StringComparer.Ordinal);

    public bool IsEmpty => _byScope.Count == 0;

    public string[] Scopes => [.. _byScope.Keys];

    public long[] Counts => [.. _byScope.Values.Select(changes => (long)changes.Count)];

    /// <summary>Every change, with how many of its scope follow it.</summary>
    public IReadOnlyList<(string Scope, long Behind, Change Change)> All =>
        [.. _byScope.SelectMany(scope => scope.Value.Select(
            (change, index) => (scope.Key, scope.Value.Count - 1L - index, change)))];

    public IReadOnlyList<Change> Of(string scope) => _byScope[scope];

    public void Add(ScopeName scope, Change change)
    {
        if (!_byScope.TryGetValue(scope.Value, out var changes))
        {
            _byScope.Add(scope.Value, changes = []);
        }

        changes.Add(change);
    }
}
