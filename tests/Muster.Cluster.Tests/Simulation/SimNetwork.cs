using Muster.Cluster.Mesh;

namespace Muster.Cluster.Tests.Simulation;

/// <summary>
/// The network between nodes, as bad as the seed makes it. It also sees to it that no node sends a message twice over
/// the same link.
/// </summary>
internal sealed class SimNetwork(World world)
{
    private static readonly TimeSpan DialPatience = TimeSpan.FromSeconds(1);

    private readonly List<SimConnection> _open = [];

    /// <summary>Pairs between which nothing passes, one way.</summary>
    public HashSet<(string From, string To)> Cut { get; } = [];

    /// <summary>Pairs that have no wire at all.</summary>
    public HashSet<(string From, string To)> Missing { get; } = [];

    public double Drops { get; set; }

    public double Duplicates { get; set; }

    public double Delays { get; set; }

    /// <summary>Whoever sends has to wait for the wire.</summary>
    public bool Slow { get; set; }

    public Dictionary<string, SimNode> Nodes { get; } = [];

    public TimeSpan Delay() => world.Chances(Delays) ? world.Between(1, 400) : world.Between(0.05, 0.3);

    public bool Passes(string from, string to) => !Cut.Contains((from, to)) && !Missing.Contains((from, to));

    public async Task<IMeshConnection> DialAsync(SimProcess from, string to)
    {
        var answer = new TaskCompletionSource<SimConnection>();
        world.After(DialPatience, from, () => answer.TrySetException(new LinkBrokenException($"{to} is silent.")));
        var target = Nodes.GetValueOrDefault(to);
        if (target?.Process is { IsDead: false } process && Passes(from.Name, to) && Passes(to, from.Name))
        {
            world.After(Delay(), process, () => Accept(from, process, target, answer));
        }

        return await answer.Task;
    }

    /// <summary>The kernel closes the sockets of a process that has died.</summary>
    public void CloseAllOf(SimProcess process)
    {
        foreach (var connection in _open.Where(connection => connection.Owner == process).ToList())
        {
            connection.Break();
            _open.Remove(connection);
        }
    }

    private void Accept(
        SimProcess from, SimProcess process, SimNode target, TaskCompletionSource<SimConnection> answer)
    {
        if (target.Process != process || target.Cluster is not { } cluster)
        {
            world.After(Delay(), from, () => answer.TrySetException(new LinkBrokenException("Nobody listens there.")));
            return;
        }

        var (near, far) = (new SimConnection(world, this, from), new SimConnection(world, this, process));
        (near.Other, far.Other) = (far, near);
        _open.Add(near);
        _open.Add(far);
        process.Start(() => cluster.AcceptAsync(far, CancellationToken.None));
        world.After(Delay(), from, () => answer.TrySetResult(near));
    }
}
