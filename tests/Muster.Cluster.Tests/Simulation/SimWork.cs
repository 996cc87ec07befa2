using System.Collections.Immutable;
using Muster.Cluster.Leases;
using Muster.Cluster.Streams;

namespace Muster.Cluster.Tests.Simulation;

/// <summary>What a node does all the time: write, serve, work under a lease.</summary>
internal sealed class SimWork(ClusterNode cluster, SimNode node, SimParts parts, TimeProvider time)
{
    private const string Duty = "duty";

    private static readonly ScopeName[] Written = [SimNode.Read, SimNode.Told, SimNode.Marked];

    private readonly World _world = parts.World;
    private readonly SimDatabase _database = parts.Database;

    private readonly CachedEntries<string, (long Version, ScopePosition At)> _entries = new(node.Marks!, 100);

    private readonly Dictionary<ScopeName, ScopePosition> _checked = [];

    public async Task WriteAsync()
    {
        while (_world.Now < parts.Plan.WritesEnd.Ticks)
        {
            await PauseAsync(50, 600);
            try
            {
                var scope = Written[_world.Chance.Next(Written.Length)];
                var ids = Enumerable.Range(0, _world.Chance.Next(1, 4)).Select(_ => Id()).Distinct().ToList();
                var delta = await _database.CallAsync(node.Process, () => _database.Write(scope, ids));
                cluster.Publish(scope, delta.Position, _world.Chances(0.8) ? delta : null);
                if (_world.Chances(0.5))
                {
                    node.Process.Start(() => WaitAsync(scope, delta.Position));
                }
            }
            catch (StoreAwayException)
            {
                // Perhaps it was written, perhaps not.
            }
        }
    }

    public async Task ServeAsync()
    {
        while (true)
        {
            await PauseAsync(40, 300);
            foreach (var (scope, content) in node.Contents)
            {
                if (cluster.IsCurrent(scope))
                {
                    parts.Referee.Served(cluster.Self, scope, content.Applied);
                    CheckOnce(scope, content.Current!);
                }
            }

            await ServeEntryAsync(Id());
            parts.Referee.CheckQueues(cluster);
        }
    }

    public async Task HoldLeaseAsync()
    {
        while (true)
        {
            await using (var lease = await cluster.Leases.AcquireAsync(Duty, CancellationToken.None))
            {
                await WorkAsync(lease);
            }

            await PauseAsync(1, 50);
        }
    }

    private void CheckOnce(ScopeName scope, ScopeSnapshot<ImmutableDictionary<string, long>> snapshot)
    {
        if (!_checked.TryGetValue(scope, out var before) || before != snapshot.Position)
        {
            _checked[scope] = snapshot.Position;
            parts.Referee.CheckContent(cluster.Self, scope, snapshot, _database);
        }
    }

    private async Task WaitAsync(ScopeName scope, ScopePosition position)
    {
        var (began, pauses) = (time.GetTimestamp(), node.Process.Pauses);
        var budget = TimeSpan.FromSeconds(3);
        var receipt = await cluster.WaitUntilAppliedAsync(scope, position, budget, CancellationToken.None);
        if (receipt.IsComplete)
        {
            parts.Referee.Promised(receipt);
        }

        if (time.GetElapsedTime(began) > budget + TimeSpan.FromSeconds(2.5) && pauses == node.Process.Pauses)
        {
            _world.Fail($"{cluster.Self} waited {time.GetElapsedTime(began)} for {scope} {position}");
        }
    }

    private async Task ServeEntryAsync(string id)
    {
        // Asked before the value is: it must not be older than what was promised by then.
        if (!cluster.IsCurrent(SimNode.Marked))
        {
            return;
        }

        try
        {
            var promised = parts.Referee.LeastEntry(SimNode.Marked, id, _database);
            var entry = await _entries.GetAsync(
                id, (key, _) => ReadAsync(key), _ => [("thing", id)], CancellationToken.None);
            parts.Referee.ServedEntry(cluster.Self, id, entry, promised);
        }
        catch (StoreAwayException)
        {
            // Not read.
        }
    }

    private Task<(long Version, ScopePosition At)> ReadAsync(string id) => _database.CallAsync(
        node.Process,
        () => (_database.EntityVersion(SimNode.Marked, id),
            new ScopePosition(_database.Timeline, _database.State.VersionOf(SimNode.Marked))));

    private async Task WorkAsync(Lease lease)
    {
        while (lease.IsHeld)
        {
            parts.Referee.Holds(node, lease);
            try
            {
                var transaction = await _database.CallAsync(
                    node.Process, () => _database.BeginFencedAsync(cluster.Self, lease.Fence), TimeSpan.FromSeconds(1));
                await PauseAsync(0, _world.Chances(0.1) ? 1_500 : 30);
                await _database.CallAsync(node.Process, () => _database.CommitFenced(transaction));
            }
            catch (FenceLostException)
            {
                return;
            }
            catch (StoreAwayException)
            {
                // Perhaps written: the position in the database tells.
            }

            await PauseAsync(1, 200);
        }
    }

    private string Id() => $"id{_world.Chance.Next(12)}";

    private Task PauseAsync(double from, double to) =>
        new Signal(time).WaitAsync(_world.Between(from, to), CancellationToken.None);
}
