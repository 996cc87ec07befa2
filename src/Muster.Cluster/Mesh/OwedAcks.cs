using Muster.Cluster.Streams;

namespace Muster.Cluster.Mesh;

/// <summary>
/// To whom an answer is owed when a position is applied. An answer covers all positions before it, so one for each
/// origin and scope is enough. Belongs to a strand.
/// </summary>
internal sealed class OwedAcks
{
    private readonly Dictionary<ScopeName, Dictionary<string, ScopePosition>> _owed = [];

    public IReadOnlyList<ScopeName> Scopes => [.. _owed.Keys];

    public void Add(ScopeName scope, ScopePosition position, string origin)
    {
        if (!_owed.TryGetValue(scope, out var origins))
        {
            origins = [];
            _owed[scope] = origins;
        }

        origins[origin] = origins.TryGetValue(origin, out var known) && known > position ? known : position;
    }

    /// <summary>Takes out those who can be answered now.</summary>
    public IReadOnlyList<string> Settle(ScopeName scope, ScopePosition applied)
    {
        if (!_owed.TryGetValue(scope, out var origins))
        {
            return [];
        }

        var settled = origins.Where(pair => pair.Value <= applied).Select(pair => pair.Key).ToList();
        foreach (var origin in settled)
        {
            origins.Remove(origin);
        }

        if (origins.Count == 0)
        {
            _owed.Remove(scope);
        }

        return settled;
    }
}
