using Muster.Cluster.Mesh;
using Muster.Cluster.Streams;

namespace Muster.Cluster.Tests.Simulation;

/// <summary>
/// The queue of a link by itself, filled faster than any cluster would: it stays bounded, and forgets no position
/// without counting it.
/// </summary>
internal sealed class QueueTrial(World world, MeshTiming timing)
{
    private const int Scopes = 3;

    private readonly LinkQueue _queue = new(timing);
    private readonly long[] _newest = new long[Scopes];
    private readonly long[] _taken = new long[Scopes];

    /// <param name="others">The share of frames that cannot be conflated: with many, some are dropped.</param>
    public void Run(double others)
    {
        for (var turn = 0; turn < 60; turn++)
        {
            if (_queue.Count > 0 && world.Chances(0.2))
            {
                Take();
            }
            else
            {
                Add(others);
            }

            if (_queue.Count > timing.QueueLimit)
            {
                world.Fail($"{_queue.Count} frames wait on a link");
            }
        }

        while (_queue.Count > 0)
        {
            Take();
        }

        for (var scope = 0; scope < Scopes && _queue.Dropped == 0; scope++)
        {
            if (_taken[scope] != _newest[scope])
            {
                world.Fail($"Of scope {scope} {_taken[scope]} was sent as the newest position, not {_newest[scope]}");
            }
        }
    }

    // Relayed hints come in any order.
    private void Add(double others)
    {
        if (world.Chances(others))
        {
            _queue.Add(new Frame(new FrameBody.Pull()));
            return;
        }

        var scope = world.Chance.Next(Scopes);
        var version = world.Chance.Next(1, 1_000);
        _newest[scope] = Math.Max(_newest[scope], version);
        _queue.Add(new Frame(new FrameBody.Event(new ScopeName($"{scope}"), new ScopePosition(1, version), null)));
    }

    private void Take()
    {
        if (_queue.TakeAsync(CancellationToken.None).Result.Body is FrameBody.Event news)
        {
            var scope = news.Scope.Value[0] - '0';
            _taken[scope] = Math.Max(_taken[scope], news.Position.Version);
        }
    }
}
