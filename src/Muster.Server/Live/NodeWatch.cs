using Muster.Cluster;
using Muster.Cluster.Members;
using Muster.Cluster.Streams;

namespace Muster.Server.Live;

/// <summary>
/// Tells how far other nodes are behind this one: by how long ago this node had what they report by now. Used by one
/// task.
/// </summary>
internal sealed class NodeWatch(ClusterNode node, TimeProvider time)
{
    // A beat reports what was so half a second ago, and is read half a second later.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(2);

    private readonly Queue<(long At, IReadOnlyDictionary<ScopeName, ScopePosition> Applied)> _past = new();
    private readonly Dictionary<NodeId, long> _silentSince = [];

    /// <summary>Looks at every node. In the order of their names.</summary>
    public IReadOnlyList<NodePulse> Look()
    {
        var now = time.GetTimestamp();
        _past.Enqueue((now, node.Positions));
        while (time.GetElapsedTime(_past.Peek().At, now) > Memory)
        {
            _past.Dequeue();
        }

        var members = node.Members;
        foreach (var gone in _silentSince.Keys.Except(
            members.Where(status => !status.IsLive).Select(status => status.Member.Id)).ToList())
        {
            _silentSince.Remove(gone);
        }

        // A node that has come back has a new incarnation; what it was before is no other node.
        return [.. members.GroupBy(status => status.Member.Id.Name)
            .Select(same => Look(same.MaxBy(status => (status.IsLive, status.Member.Id.Incarnation))!, now))
            .OrderBy(pulse => pulse.Name, StringComparer.Ordinal)];
    }

    private NodePulse Look(MemberStatus status, long now)
    {
        var (id, name) = (status.Member.Id, status.Member.Id.Name);
        if (!status.IsLive)
        {
            _silentSince.TryAdd(id, now);
            return new NodePulse(name, NodePulse.Silent, Seconds(_silentSince[id], now));
        }

        var past = _past.FirstOrDefault(then => id != node.Self && IsBehind(status.Member, then.Applied));
        return past.Applied is not null && time.GetElapsedTime(past.At, now) > Patience
            ? new NodePulse(name, NodePulse.Behind, Seconds(past.At, now))
            : new NodePulse(name, NodePulse.Current, 0);
    }

    private int Seconds(long since, long now) => (int)time.GetElapsedTime(since, now).TotalSeconds;

    // Of another timeline nothing can be said; whether the node is current, it says itself.
    private static bool IsBehind(Member member, IReadOnlyDictionary<ScopeName, ScopePosition> then) =>
        member.Report.Applied.Any(pair => then.TryGetValue(pair.Key, out var position)
            && position.Timeline == pair.Value.Timeline && position.Version > pair.Value.Version);
}
