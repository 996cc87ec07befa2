using System.Collections.Immutable;
using Muster.Cluster.Leases;
using Muster.Cluster.Streams;

namespace Muster.Cluster.Tests.Simulation;

/// <summary>Watches everything that happens and knows what must never happen.</summary>
internal sealed class Referee(World world, SimPlan plan)
{
    private readonly Dictionary<SimNode, Lease> _held = [];
    private readonly Dictionary<int, DatabaseState> _ended = [];
    private readonly Dictionary<(NodeId Node, ScopeName Scope), ScopePosition> _applied = [];
    private readonly Dictionary<(ScopeName Scope, int Timeline), long> _promised = [];
    private readonly Dictionary<ScopeName, int> _promisedTimeline = [];
    private readonly Dictionary<(string Lease, int Timeline, long Epoch), NodeId> _tenures = [];
    private readonly Dictionary<string, Fence> _newest = [];

    public int Receipts { get; private set; }

    public int Writes { get; private set; }

    public int Takeovers => _tenures.Count;

    public int CurrentReads { get; private set; }

    /// <summary>
    /// A timeline of the database is over: where it had come, and what is left. A takeover that was lost has left
    /// nothing that its predecessor could spoil.
    /// </summary>
    public void TimelineEnds(int timeline, DatabaseState state, DatabaseState left)
    {
        _ended[timeline] = state;
        _newest.Clear();
        foreach (var (name, lease) in left.Leases)
        {
            _newest[name] = new Fence(name, lease.Timeline, lease.Epoch);
        }
    }

    /// <param name="clock">The database's, in ticks.</param>
    public void Committed(DatabaseState before, DatabaseState after, long clock)
    {
        if (!ReferenceEquals(before.Changes, after.Changes))
        {
            Writes++;
            CheckVersions(before, after);
        }

        if (!ReferenceEquals(before.Written, after.Written))
        {
            CheckFenced(before, after);
        }

        if (!ReferenceEquals(before.Leases, after.Leases))
        {
            CheckLeases(before, after, clock);
        }
    }

    /// <summary>What waits on a link is bounded.</summary>
    public void CheckQueues(ClusterNode cluster)
    {
        foreach (var link in cluster.Mesh?.Links ?? [])
        {
            if (link.Waiting > plan.Timing.Mesh.QueueLimit)
            {
                world.Fail($"{link.Waiting} frames wait on a link of {cluster.Self}");
            }
        }
    }

    /// <summary>A node has swapped a snapshot in.</summary>
    public void Applied(NodeId node, ScopeName scope, ScopePosition position, SimDatabase database)
    {
        if (_applied.TryGetValue((node, scope), out var before) && position < before)
        {
            world.Fail($"{node} went back in {scope} from {before} to {position}");
        }

        _applied[(node, scope)] = position;
        var state = position.Timeline == database.Timeline ? database.State : _ended[position.Timeline];
        if (position.Version > state.VersionOf(scope))
        {
            world.Fail($"{node} applied {scope} {position}, beyond the database's {state.VersionOf(scope)}");
        }
    }

    /// <summary>What a node holds must be what the database held at that position, or newer entity by entity.</summary>
    public void CheckContent(
        NodeId node, ScopeName scope, ScopeSnapshot<ImmutableDictionary<string, long>> snapshot, SimDatabase database)
    {
        var timeline = snapshot.Position.Timeline;
        var state = timeline == database.Timeline ? database.State : _ended[timeline];
        var expected = new Dictionary<string, long>();
        foreach (var change in state.Changes.GetValueOrDefault(scope, []).Take((int)snapshot.Position.Version))
        {
            expected[change.Id] = change.EntityVersion;
        }

        foreach (var (id, version) in expected)
        {
            if (snapshot.Content.GetValueOrDefault(id) < version)
            {
                world.Fail($"{node} holds {scope} {id} at {snapshot.Content.GetValueOrDefault(id)}, "
                    + $"not {version}, as of {snapshot.Position}");
            }
        }
    }

    /// <summary>A position was reported as applied on every node that serves it.</summary>
    public void Promised(AppliedReceipt receipt)
    {
        Receipts++;
        _promisedTimeline[receipt.Scope] = Math.Max(
            _promisedTimeline.GetValueOrDefault(receipt.Scope), receipt.Position.Timeline);
        var key = (receipt.Scope, receipt.Position.Timeline);
        _promised[key] = Math.Max(_promised.GetValueOrDefault(key), receipt.Position.Version);
    }

    /// <summary>A node serves this as current.</summary>
    public void Served(NodeId node, ScopeName scope, ScopePosition position)
    {
        CurrentReads++;
        if (position.Timeline < _promisedTimeline.GetValueOrDefault(scope))
        {
            world.Fail($"{node} serves {scope} as of {position} after a newer timeline was reported everywhere");
        }

        if (_promised.GetValueOrDefault((scope, position.Timeline)) is var promised && position.Version < promised)
        {
            world.Fail($"{node} serves {scope} as of {position} after {promised} was reported applied everywhere");
        }
    }

    /// <summary>The version of an entity that nobody may fall short of any more.</summary>
    public (int Timeline, long Version) LeastEntry(ScopeName scope, string id, SimDatabase database)
    {
        var changes = database.State.Changes.GetValueOrDefault(scope, []);
        var promised = (int)_promised.GetValueOrDefault((scope, database.Timeline));
        for (var place = Math.Min(promised, changes.Count) - 1; place >= 0; place--)
        {
            if (changes[place] is { } change && change.Id == id)
            {
                return (database.Timeline, change.EntityVersion);
            }
        }

        return (database.Timeline, 0);
    }

    public void ServedEntry(
        NodeId node, string id, (long Version, ScopePosition At) entry, (int Timeline, long Version) promised)
    {
        if (entry.At.Timeline == promised.Timeline && entry.Version < promised.Version)
        {
            world.Fail($"{node} serves entry {id} at {entry.Version} after {promised.Version} was applied everywhere");
        }
    }

    /// <summary>
    /// Two that believe to hold a lease at once: possible when a session has ended, or the database's clock was set;
    /// when a lease has run out, its holder must have noticed before.
    /// </summary>
    public void Holds(SimNode node, Lease lease)
    {
        _held[node] = lease;
        if (plan.ClockSteps || plan.DatabaseFaults || !lease.Reason.EndsWith("has run out.", StringComparison.Ordinal))
        {
            return;
        }

        foreach (var (other, held) in _held)
        {
            if (other != node && !other.Process.IsDead && held.Fence.Lease == lease.Fence.Lease && held.IsHeld)
            {
                world.Fail($"{node.Name} holds {lease.Fence} while {other.Name} believes to hold {held.Fence}");
            }
        }
    }

    public bool IsHolder(SimNode node) =>
        _held.TryGetValue(node, out var lease) && !node.Process.IsDead && lease.IsHeld;

    private void CheckVersions(DatabaseState before, DatabaseState after)
    {
        foreach (var (scope, changes) in after.Changes)
        {
            var known = before.Changes.GetValueOrDefault(scope, []);
            if (!ReferenceEquals(changes, known) && (changes.Count < known.Count
                || changes.Skip(known.Count).Any(change => change.EntityVersion < 1)))
            {
                world.Fail($"{scope} is no longer gapless");
            }
        }
    }

    private void CheckLeases(DatabaseState before, DatabaseState after, long clock)
    {
        foreach (var (name, lease) in after.Leases)
        {
            var known = before.Leases.GetValueOrDefault(name);
            if (lease.Holder is { } holder && lease.Epoch != known?.Epoch)
            {
                CheckTenure(new Fence(name, lease.Timeline, lease.Epoch), holder);
            }
            else if (known is not null && lease.Renewal > known.Renewal && known.ExpiresAt <= clock)
            {
                world.Fail($"{lease.Holder} renewed {name} after it had run out");
            }
        }
    }

    private void CheckFenced(DatabaseState before, DatabaseState after)
    {
        var write = after.Written[^1];
        if (_newest.TryGetValue(write.Fence.Lease, out var newest)
            && (write.Fence.Timeline, write.Fence.Epoch).CompareTo((newest.Timeline, newest.Epoch)) < 0)
        {
            world.Fail($"{write.Writer} wrote under {write.Fence} after {newest} was taken");
        }

        // Checked with every write, so the items before this one are all there, once each.
        if (write.Item != before.Written.Count + 1)
        {
            world.Fail($"{write.Writer} did item {write.Item}, {before.Written.Count + 1} was next");
        }
    }

    private void CheckTenure(Fence fence, NodeId holder)
    {
        if (!_tenures.TryAdd((fence.Lease, fence.Timeline, fence.Epoch), holder))
        {
            world.Fail($"{holder} got {fence}, which was given before");
        }

        _newest[fence.Lease] = fence;
    }
}
