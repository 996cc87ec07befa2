using Muster.Cluster.Streams;

namespace Muster.Cluster.Tests.Simulation;

/// <summary>A cluster that lives through what its seed brings, and is whole again at the end.</summary>
internal sealed class ClusterSimulation
{
    private readonly World _world;
    private readonly SimParts _parts;
    private readonly List<SimNode> _nodes;
    private readonly HashSet<(string Asker, string Answerer)> _answers = [];

    private ClusterSimulation(int seed)
    {
        _world = new World(seed);
        var plan = SimPlan.From(_world.Chance);
        var referee = new Referee(_world, plan);
        _parts = new SimParts(_world, new SimDatabase(_world, referee), new SimNetwork(_world), referee, plan);
        _nodes = [.. plan.Nodes.Select(name => new SimNode(name, _parts))];
    }

    /// <summary>Runs a seed to its end.</summary>
    public static SimulationResult Run(int seed)
    {
        var simulation = new ClusterSimulation(seed);
        simulation.Live();
        return simulation.Result(seed);
    }

    private void Live()
    {
        new QueueTrial(_world, _parts.Plan.Timing.Mesh).Run(others: 0);
        new QueueTrial(_world, _parts.Plan.Timing.Mesh).Run(others: 0.6);
        Wire();
        foreach (var node in _nodes)
        {
            _world.After(_world.Between(0, 500), _parts.Database.Kernel, node.Start);
        }

        new Troubles(_parts, _nodes).Plan();
        _world.RunUntil(_parts.Plan.Asking);
        foreach (var node in _nodes.Where(node => _parts.Plan.HasMesh && node.Runs))
        {
            node.Process.Start(() => AskAsync(node));
        }

        _world.RunUntil(_parts.Plan.End);
        if (_world.Violation is null)
        {
            CheckEnd();
        }
    }

    private SimulationResult Result(int seed) => new(
        seed, _world.Violation, _world.Happened, _parts.Referee.Writes, _parts.Referee.Receipts,
        _parts.Referee.Takeovers, _parts.Referee.CurrentReads);

    private async Task AskAsync(SimNode node)
    {
        var answers = await node.Cluster!.ProbeAsync(
            SimNode.Read, "thing", "id1", TimeSpan.FromSeconds(1), CancellationToken.None);
        _answers.UnionWith(answers.Select(answer => (node.Name, answer.Node.Name)));
    }

    private void CheckEnd()
    {
        foreach (var node in _nodes)
        {
            CheckNode(node);
        }

        // It may be passing from one to another just now; a life later somebody has it.
        if (!_nodes.Exists(_parts.Referee.IsHolder))
        {
            _world.RunUntil(_parts.Plan.End + TimeSpan.FromSeconds(2.5));
        }

        var holders = _nodes.Count(_parts.Referee.IsHolder);
        if (holders != 1 && _world.Violation is null)
        {
            _world.Fail($"{holders} nodes hold the lease at the end");
        }
    }

    private void CheckNode(SimNode node)
    {
        if (!node.Runs)
        {
            _world.Fail($"{node.Name} has not come back");
            return;
        }

        foreach (var (scope, position) in node.Cluster!.Positions)
        {
            var expected = new ScopePosition(_parts.Database.Timeline, _parts.Database.State.VersionOf(scope));
            if (position != expected)
            {
                _world.Fail($"{node.Cluster.Self} ends with {scope} at {position}, the database at {expected}");
            }
            else if (!node.Cluster.IsCurrent(scope))
            {
                _world.Fail($"{node.Cluster.Self} does not call {scope} current at the end");
            }
        }

        foreach (var content in node.Contents.Values)
        {
            _parts.Referee.CheckContent(node.Cluster.Self, content.Scope, content.Current!, _parts.Database);
        }

        CheckMesh(node);
    }

    private void CheckMesh(SimNode node)
    {
        if (!_parts.Plan.HasMesh)
        {
            return;
        }

        foreach (var other in _nodes.Where(other => !_answers.Contains((node.Name, other.Name))))
        {
            _world.Fail($"{other.Name} did not answer {node.Name}");
        }
    }

    private void Wire()
    {
        for (var one = 0; one < _nodes.Count; one++)
        {
            for (var other = 0; other < _nodes.Count; other++)
            {
                if (!AreWired(one, other))
                {
                    _parts.Network.Missing.Add((_nodes[one].Name, _nodes[other].Name));
                }
            }
        }
    }

    private bool AreWired(int one, int other) => _parts.Plan.Shape switch
    {
        MeshShape.Line => Math.Abs(one - other) == 1,
        MeshShape.Ring => Math.Abs(one - other) == 1 || Math.Abs(one - other) == _nodes.Count - 1,
        MeshShape.Star => one == 0 || other == 0,
        _ => true,
    };
}
