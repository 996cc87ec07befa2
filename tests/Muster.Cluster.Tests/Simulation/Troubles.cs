using Muster.Cluster.Streams;

namespace Muster.Cluster.Tests.Simulation;

/// <summary>What goes wrong in a run, and when it is mended.</summary>
internal sealed class Troubles(SimParts parts, IReadOnlyList<SimNode> nodes)
{
    private readonly World _world = parts.World;
    private readonly SimDatabase _database = parts.Database;
    private readonly SimNetwork _network = parts.Network;

    public void Plan()
    {
        if (parts.Plan.BadNetwork)
        {
            (_network.Drops, _network.Duplicates, _network.Delays) = (0.03, 0.05, 0.1);
            _network.Slow = _world.Chances(0.3);
        }

        var kinds = Kinds();
        for (var at = _world.Between(300, 1_200); at < parts.Plan.FaultsEnd; at += _world.Between(100, 1_500))
        {
            Later(at, kinds[_world.Chance.Next(kinds.Count)]);
        }

        Later(parts.Plan.FaultsEnd, Mend);
        if (parts.Plan.DatabaseFaults && _world.Chances(0.3))
        {
            Later(_world.Between(5_300, 5_900), FailOverSlowly);
        }
    }

    private List<Action> Kinds()
    {
        List<Action> kinds =
        [
            Crash, Crash, Stop, Pause, CutFromDatabase, CutOneWay, CutPair, Isolate, SlowStore, Handover, Rumour,
            PauseHolder,
        ];
        if (parts.Plan.ClockSteps)
        {
            kinds.AddRange([StepDatabaseClock, StepNodeClock]);
        }

        if (parts.Plan.DatabaseFaults)
        {
            kinds.AddRange([PauseDatabase, RestartDatabase, FailOver, FailOver, LoseJoin]);
        }

        return kinds;
    }

    private void Crash()
    {
        var node = Any();
        node.Crash();
        After(_world.Between(50, 2_500), node.StartIfDead);
    }

    private void Stop() => Any().Stop();

    private void Pause()
    {
        var process = Any().Process;
        process.Pause();
        After(_world.Between(100, 4_000), process.Resume);
    }

    // An answer is under way when the holder of the lease stops, and is old when it goes on.
    private void PauseHolder()
    {
        SlowStore();
        var process = (nodes.FirstOrDefault(parts.Referee.IsHolder) ?? Any()).Process;
        After(_world.Between(50, 600), () =>
        {
            if (_world.Now < parts.Plan.FaultsEnd.Ticks)
            {
                process.Pause();
                After(_world.Between(1_500, 4_000), process.Resume);
            }
        });
    }

    private void CutFromDatabase()
    {
        var name = Any().Name;
        _database.CutOff.Add(name);
        After(_world.Between(100, 4_000), () => _database.CutOff.Remove(name));
    }

    private void CutOneWay() => Cut((Any().Name, Any().Name));

    private void CutPair()
    {
        var (one, other) = (Any().Name, Any().Name);
        Cut((one, other), (other, one));
    }

    private void Isolate()
    {
        var name = Any().Name;
        Cut([.. nodes.SelectMany(node => new[] { (node.Name, name), (name, node.Name) })]);
    }

    private void Cut(params (string From, string To)[] pairs)
    {
        _network.Cut.UnionWith(pairs);
        After(_world.Between(100, 4_000), () => _network.Cut.ExceptWith(pairs));
    }

    private void SlowStore()
    {
        _database.Latency = (20, 400);
        After(_world.Between(100, 1_500), () => _database.Latency = (0.1, 0.5));
    }

    private void Handover() => _database.AskHandover("duty", Any().Name);

    private void StepDatabaseClock() => _database.ClockOffset += _world.Between(-8_000, 8_000);

    private void StepNodeClock() => Any().Process.ClockOffset += _world.Between(-8_000, 8_000);

    private void PauseDatabase()
    {
        _database.Pause();
        After(_world.Between(100, 2_500), _database.Resume);
    }

    private void RestartDatabase() => _database.Restart();

    private void FailOver() => _database.FailOver(_world.Chance.Next(0, 20));

    // The last writes come while content is read anew.
    private void FailOverSlowly()
    {
        FailOver();
        SlowStore();
    }

    // Who has just joined is cut off and forgotten, and takes itself for a member.
    private void LoseJoin()
    {
        var node = Any();
        node.Crash();
        After(_world.Between(1, 20), node.StartIfDead);
        After(_world.Between(20, 400), () =>
        {
            if (_world.Now < parts.Plan.FaultsEnd.Ticks)
            {
                Cut([.. nodes.SelectMany(other => new[] { (other.Name, node.Name), (node.Name, other.Name) })]);
                _database.FailOver(_world.Chance.Next(5, 25));
            }
        });
    }

    // Tells of a commit that the database does not have.
    private void Rumour()
    {
        if (Any() is { Runs: true } node)
        {
            var version = _database.State.VersionOf(SimNode.Told) + _world.Chance.Next(1, 40);
            node.Cluster!.Publish(SimNode.Told, new ScopePosition(_database.Timeline, version), null);
        }
    }

    private void Mend()
    {
        (_network.Drops, _network.Duplicates, _network.Delays, _network.Slow) = (0, 0, 0, false);
        _network.Cut.Clear();
        _database.CutOff.Clear();
        _database.Latency = (0.1, 0.5);
        _database.Resume();
        foreach (var node in nodes)
        {
            node.StartIfDead();
            node.Process.Resume();
        }
    }

    private SimNode Any() => nodes[_world.Chance.Next(nodes.Count)];

    private void After(TimeSpan delay, Action work) => Later(TimeSpan.FromTicks(_world.Now) + delay, work);

    private void Later(TimeSpan at, Action work) =>
        _world.At(at.Ticks, _database.Kernel, static state => ((Action)state!)(), work);
}
