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
    private IReadOnlyDictionary<ScopeName, ScopePosition>? _recorded;
    private long _sentAt = Never;

    public NodeId Self => self;

    /// <summary>What this node says of itself; addresses may become known after it has joined.</summary>
    public NodeDescription Description { get; set; } = description;

    /// <summary>Everybody with a row, this node too; a snapshot, safe to read from any thread.</summary>
    public IReadOnlyList<MemberStatus> Members => _members;

    /// <summary>What the next beat records.</summary>
    public Func<IReadOnlyDictionary<ScopeName, ScopePosition>> Applied { get; set; } =
        () => new Dictionary<ScopeName, ScopePosition>();

    /// <summary>When the table was last read, by this node's clock.</summary>
    public long SeenAt { get; private set; }

    /// <summary>After every look at the table.</summary>
    public event Action? Seen;

    /// <summary>Whether others still wait for this node: its last good beat was sent a short while ago.</summary>
    public bool IsLive =>
        Interlocked.Read(ref _sentAt) is var sentAt and not Never && time.GetElapsedTime(sentAt) < timing.CurrentFor;

    /// <summary>
    /// Since when, by this node's clock, every other node has been bound to wait for this one in a scope; null when it
    /// is not live, or has not yet told that it follows the scope.
    /// </summary>
    public long? BoundSince(ScopeName scope) =>
        IsLive && _declared.TryGetValue(scope, out var since) ? since : null;

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
            Interlocked.Exchange(ref _sentAt, Never);
            await LeaveAsync();
        }
    }

    /// <summary>Beats at once instead of at its time.</summary>
    public void BeatNow() => _beatNow.Set();

    /// <summary>Reads the table now.</summary>
    public async Task<IReadOnlyList<MemberStatus>> ReadAsync(CancellationToken token)
    {
        var askedAt = time.GetTimestamp();
        See(await store.ReadAsync(token), askedAt);
        return _members;
    }

    private async Task TryBeatAsync(CancellationToken token)
    {
        try
        {
            await BeatAsync(token);
        }
        catch (StoreAwayException)
        {
            _members = _watch.Look();
            Seen?.Invoke();
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
        var applied = Applied();
        var rows = await store.BeatAsync(
            self, Description, IsLive && Same(applied, _recorded) ? null : applied, token);
        // After a lapse others may have stopped waiting for this node; they do again only from now on.
        var declared = IsLive ? _declared : _declared.Clear();
        var now = time.GetTimestamp();
        _declared = declared.AddRange(
            applied.Keys.Where(scope => !declared.ContainsKey(scope)).Select(scope => KeyValuePair.Create(scope, now)));
        Interlocked.Exchange(ref _sentAt, sentAt);
        _recorded = applied;
        See(rows, sentAt);
    }

    private void See(IReadOnlyList<Member> rows, long askedAt)
    {
        _watch.See(rows, askedAt);
        SeenAt = time.GetTimestamp();
        _members = _watch.Look();
        Seen?.Invoke();
    }

    private static bool Same(
        IReadOnlyDictionary<ScopeName, ScopePosition> now, IReadOnlyDictionary<ScopeName, ScopePosition>? before) =>
        before is not null && now.Count == before.Count
        && now.All(pair => before.TryGetValue(pair.Key, out var position) && position == pair.Value);
}
