namespace Muster.Cluster.Mesh;

/// <summary>
/// Which messages were handled, of all origins. An incarnation replaces the older ones of its name, whose late
/// messages then count as seen; so there is one window for each name that ever sent something.
/// </summary>
internal sealed class SeenFrames
{
    private readonly Dictionary<string, (long Incarnation, SeenWindow Window)> _origins = [];

    public int Count => _origins.Count;

    /// <returns>True the first time.</returns>
    public bool TryAdd(NodeId origin, long seq)
    {
        if (!_origins.TryGetValue(origin.Name, out var known) || known.Incarnation < origin.Incarnation)
        {
            known = (origin.Incarnation, new SeenWindow());
            _origins[origin.Name] = known;
        }

        return known.Incarnation == origin.Incarnation && known.Window.TryAdd(seq);
    }
}
