namespace Muster.Cluster.Members;

/// <summary>
/// Tells live members from dead ones by watching their beats move, by this node's own clock. The database's clock has
/// no say: set forward, it would declare living nodes dead, and a publish would not wait for them. Who cannot read the
/// table declares nobody dead.
/// </summary>
internal sealed class MemberWatch(TimeSpan deadAfter, TimeProvider time)
{
    private Dictionary<NodeId, (long Beat, long SeenAt)> _beats = [];
    private long _askedAt = long.MinValue;

    /// <summary>Takes in what was read; null when the answer was overtaken by that to a later question.</summary>
    public IReadOnlyList<MemberStatus>? See(IReadOnlyList<Member> members, long askedAt)
    {
        if (askedAt < _askedAt)
        {
            return null;
        }

        _askedAt = askedAt;
        var now = time.GetTimestamp();
        var beats = new Dictionary<NodeId, (long Beat, long SeenAt)>(members.Count);
        var statuses = new MemberStatus[members.Count];
        for (var place = 0; place < statuses.Length; place++)
        {
            var member = members[place];
            var beat = _beats.TryGetValue(member.Id, out var known) && known.Beat == member.Beat
                ? known
                : (member.Beat, SeenAt: now);
            beats.Add(member.Id, beat);
            statuses[place] = new MemberStatus(member, IsLive(beat.SeenAt, askedAt));
        }

        _beats = beats;
        return statuses;
    }

    private bool IsLive(long seenAt, long askedAt) =>
        askedAt <= seenAt || time.GetElapsedTime(seenAt, askedAt) < deadAfter;
}
