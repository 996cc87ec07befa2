namespace Muster.Cluster.Streams;

/// <summary>
/// Changes that came along before their turn. Bounded: what is dropped is pulled from the database instead.
/// </summary>
internal sealed class PendingDeltas
{
    private const int Most = 64;

    private readonly List<ScopeDelta> _deltas = [];

    public int Count => _deltas.Count;

    public void Add(ScopeDelta delta)
    {
        if (_deltas.Count < Most)
        {
            _deltas.Add(delta);
        }
    }

    /// <summary>The delta that builds on what is applied, after dropping those that no longer can.</summary>
    public ScopeDelta? NextAfter(ScopePosition applied)
    {
        _deltas.RemoveAll(delta => delta.Position <= applied || delta.Position.Timeline != applied.Timeline);
        return _deltas.Find(delta => delta.Base == applied.Version);
    }
}
