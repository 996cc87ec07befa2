namespace Muster.Cluster.Members;

/// <summary>
/// Tells live members from dead ones by watching their beats move, by this node's own clock. The database's clock has
/// no say: set forward, it would declare living nodes dead, and a publish would not wait for them.
/// </summary>
internal sealed class MemberWatch(TimeSpan deadAfter, TimeProvider time)
{
    private readonly Dictionary<NodeId, (long Beat, long SeenAt)> _beats = [];
    private IReadOnlyList<Member> _members = [];
    private long _askedAt = long.MinValue;

    /// <summary>Takes in what was read; an answer that was overtaken by a later question is ignored.</summary>
    public void See(IReadOnlyList<Member> members, long askedAt)
    {
        if (askedAt < _askedAt)
        {
            return;
        }

        (_members, _askedAt) = (members, askedAt);
        var now = time.GetTimestamp();
        foreach (var gone in _beats.Keys.Except(members.Select(member => member.Id)).ToList())
        {
            _beats.Remove(gone);
        }

        foreach (var member in members)
        {
            if (!_beats.TryGetValue(member.Id, out var known) || known.Beat != member.Beat)
            {
                _beats[member.Id] = (member.Beat, now);
            }
        }
    }

    public IReadOnlyList<MemberStatus> Look() => [.. _members.Select(member =>
    {
        var seenAt = _beats[member.Id].SeenAt;
        return new MemberStatus(member, time.GetElapsedTime(seenAt) < deadAfter, seenAt);
    })];
}
