using Muster.Cluster.Streams;

namespace Muster.Cluster.Mesh;

/// <summary>
/// The positions of all scopes on a node, with a hash that does not depend on their order and is kept up with each
/// change.
/// </summary>
internal sealed class PositionTable
{
    private readonly Dictionary<ScopeName, ScopePosition> _positions = [];

    public ulong Hash { get; private set; }

    public IReadOnlyDictionary<ScopeName, ScopePosition> Positions => _positions;

    public Dictionary<ScopeName, ScopePosition> Copy() => new(_positions);

    /// <returns>Whether that was news.</returns>
    public bool Set(ScopeName scope, ScopePosition position)
    {
        if (_positions.TryGetValue(scope, out var before))
        {
            if (before == position)
            {
                return false;
            }

            Hash ^= HashOf(scope, before);
        }

        _positions[scope] = position;
        Hash ^= HashOf(scope, position);
        return true;
    }

    // FNV-1a, then mixed: the same on every machine and in every version of .NET.
    private static ulong HashOf(ScopeName scope, ScopePosition position)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in scope.Value)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        hash = (hash ^ (ulong)position.Timeline) * 1099511628211UL;
        hash = (hash ^ (ulong)position.Version) * 1099511628211UL;
        return (hash ^ (hash >> 31)) * 0x9E3779B97F4A7C15UL;
    }
}
