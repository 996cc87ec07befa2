using System.Collections.Immutable;
using Muster.Cluster.Streams;

namespace Muster.Cluster.Members;

/// <summary>
/// This node's place among the others: tells the database that it lives and what it has applied, and reads who else
/// does. It finds its way back by itself after any loss of the database. Belongs to a strand.
/// </summary>
public sealed class Membership(
    IMemberStore store, NodeId self, NodeDescription description, MemberTiming timing, TimeProvider time)
{
    private const long Never = long.MinValue;

    private readonly MemberWatch _watch = new(timing.DeadAfter, time);
    private readonly Signal _beatNow = new(time);
    private volatile ImmutableDictionary<ScopeName, long> _declared = ImmutableDictionary<ScopeName, long>.Empty;
    private volatile IReadOnlyList<MemberStatus> _members = [];
    private MemberReport? _recorded;
    private volatile int _boundTimeline;
    private int _timeline;
    private long _timelineSince = Never;
    private long _sentAt = Never;
    private volatile bool _withdrawn;

    public NodeId Self => self;

    /// <summary>What this node says of itself; addresses may become known after it has joined.</summary>
    public NodeDescription Description { get; set; } = description;

    /// <summary>Everybody with a row, this node too; a snapshot, safe to read from any thread.</summary>
    public IReadOnlyList<MemberStatus> Members => _members;

    /// <summary>What the table says of a node; null when it has no row.</summary>
    public MemberStatus? Find(NodeId node)
    {
        foreach (var status in _members)
        {
            if (status.Member.Id == node)
            {
                return status;
            }
        }

        return null;
    }

    /// <summary>What the next beat tells.</summary>
    public Func<MemberReport> Report { get; set; } = () => MemberReport.Empty;

    /// <summary>When the table was last read, by this node's clock.</summary>
    public long SeenAt { get; private set; }

    /// <summary>After every look at the table.</summary>
    public event Action? Seen;

    /// <summary>Others have begun to wait for this node in a scope: what it holds has to be checked anew.</summary>
    public event Action? Bound;

    /// <summary>Whether others still wait for this node: its last good beat was sent a short while ago.</summary>
    public bool IsLive => !_withdrawn
        && Interlocked.Read(ref _sentAt) is var sentAt and not Never
        && time.GetElapsedTime(sentAt) < timing.CurrentFor;

    /// <summary>
    /// Whether the table can be trusted to name everybody. A failover may have lost the row of a node that has just
    /// joined; for one life after it, such a node may still take itself for a member.
    /// </summary>
    public bool IsSettled =>
        Interlocked.Read(ref _timelineSince) is var since and not Never
        && time.GetElapsedTime(since) >= timing.DeadAfter;

    /// <summary>
    /// Since when, by this node's clock, every other node has been bound to wait for this one in a scope; null when it
    /// is not live, or has not yet told that it follows the scope to a database on this timeline.
    /// </summary>
    public long? BoundSince(ScopeName scope, int timeline) =>
        timeline == _boundTimeline && IsLive && _declared.TryGetValue(scope, out var since) ? since : null;

    /// <summary>Beats until stopped, then gives up its place, so that nobody waits for it.</summary>
    public async Task RunAsync(CancellationToken token)
    {
        try
        {
            while (true)
            {
                await TryBeatAsync(token);
                await _beatNow.WaitAsync(timing.Beat, token);
            }
        }
        finally
        {
            Withdraw();
            await LeaveAsync();
        }
    }

    /// <summary>
    /// No longer calls itself live, before it tells others not to wait for it: a beat that is under way may be answered
    /// after they have heard.
    /// </summary>
    public void Withdraw() => _withdrawn = true;

    /// <summary>Beats at once instead of at its time.</summary>
    public void BeatNow() => _beatNow.Set();

    /// <summary>Reads the table now; false when the database does not answer.</summary>
    public async Task<bool> TryReadAsync(CancellationToken token)
    {
        try
        {
            var askedAt = time.GetTimestamp();
            See(await store.ReadAsync(token), askedAt);
            return true;
        }
        catch (StoreAwayException)
        {
            return false;
        }
    }

    private async Task TryBeatAsync(CancellationToken token)
    {
        try
        {
            await BeatAsync(token);
        }
        catch (StoreAwayException)
        {
            // The next one tells; until then this node sees nobody come or go.
        }
    }

    private async Task LeaveAsync()
    {
        try
        {
            await store.LeaveAsync(self, CancellationToken.None);
        }
        catch (StoreAwayException)
        {
            // Its beat stands still from now on.
        }
    }

    private async Task BeatAsync(CancellationToken token)
    {
        var sentAt = time.GetTimestamp();
        var report = Report();
        var told = IsLive && report.Says(_recorded) ? null : report;
        var table = await store.BeatAsync(self, Description, told, token);
        Bind(table, report);
        Interlocked.Exchange(ref _sentAt, sentAt);
        See(table, sentAt);
    }

    // After a lapse others may have stopped waiting for this node, and a failover or a sweep may have lost what its row
    // said; they wait again only from now on, and only for what the row shows them.
    private void Bind(MemberTable table, MemberReport report)
    {
        var shown = table.Members.FirstOrDefault(member => member.Id == self)?.Report.Applied.Keys.ToHashSet() ?? [];
        var goesOn = IsLive && table.Timeline == _boundTimeline;
        var kept = goesOn ? _declared.RemoveRange(_declared.Keys.Except(shown)) : _declared.Clear();
        var added = shown.Where(scope => !kept.ContainsKey(scope)).ToList();
        var now = time.GetTimestamp();
        _declared = kept.AddRange(added.Select(scope => KeyValuePair.Create(scope, now)));
        _boundTimeline = table.Timeline;
        _recorded = shown.IsSupersetOf(report.Applied.Keys) ? report : null;
        if (added.Count > 0)
        {
            Bound?.Invoke();
        }
    }

    private void See(MemberTable table, long askedAt)
    {
        if (table.Timeline > _timeline)
        {
            // The first timeline of all came with no failover.
            var isFirst = _timeline == 0 && table.Timeline == 1;
            Interlocked.Exchange(ref _timelineSince, isFirst ? 0 : time.GetTimestamp());
            _timeline = table.Timeline;
        }

        if (_watch.See(table.Members, askedAt) is { } members)
        {
            _members = members;
            SeenAt = time.GetTimestamp();
            Seen?.Invoke();
        }
    }
}
