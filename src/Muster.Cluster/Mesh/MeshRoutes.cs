namespace Muster.Cluster.Mesh;

/// <summary>
/// Which nodes are reached over which link: distance vectors, told in summaries. A route that leads through a peer is
/// never told to that peer, and none is longer than the hop limit, so old routes die out. Belongs to a strand.
/// </summary>
internal sealed class MeshRoutes(NodeId self, MeshTiming timing)
{
    private readonly Dictionary<string, MeshLink> _cameFrom = [];

    /// <summary>The nodes within reach: over how many links, and the first of them.</summary>
    public static IReadOnlyDictionary<string, (int Hops, MeshLink Link)> Find(
        IEnumerable<MeshLink> live, string self, int hopLimit)
    {
        var routes = new Dictionary<string, (int Hops, MeshLink Link)>();
        foreach (var link in live)
        {
            routes[link.Peer!.Value.Name] = (1, link);
            foreach (var (name, hops) in link.Reach)
            {
                if (name != self && hops < hopLimit
                    && (!routes.TryGetValue(name, out var known) || known.Hops > hops + 1))
                {
                    routes[name] = (hops + 1, link);
                }
            }
        }

        return routes;
    }

    /// <summary>Remembers the way a node's frame came: the way back to it.</summary>
    public void Came(string origin, MeshLink link) => _cameFrom[origin] = link;

    public void Forget(MeshLink link)
    {
        foreach (var name in _cameFrom.Where(pair => pair.Value == link).Select(pair => pair.Key).ToList())
        {
            _cameFrom.Remove(name);
        }
    }

    /// <summary>The link towards a node; null when there is no way.</summary>
    public MeshLink? Towards(string name, IEnumerable<MeshLink> live) =>
        Find(live, self.Name, timing.HopLimit).TryGetValue(name, out var route) ? route.Link
        : _cameFrom.TryGetValue(name, out var back) && back.IsLive ? back
        : null;
}
