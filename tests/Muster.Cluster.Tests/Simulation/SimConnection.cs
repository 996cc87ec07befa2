using Muster.Cluster.Mesh;

namespace Muster.Cluster.Tests.Simulation;

/// <summary>One end of a connection.</summary>
internal sealed class SimConnection(World world, SimNetwork network, SimProcess owner) : IMeshConnection
{
    private readonly Queue<Frame> _arrived = new();
    private readonly HashSet<(NodeId Origin, long Seq)> _sent = [];
    private TaskCompletionSource<Frame?>? _waiting;
    private CancellationTokenRegistration _stop;
    private bool _broken;

    public SimProcess Owner => owner;

    public SimConnection Other { get; set; } = null!;

    public Task SendAsync(Frame frame, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        if (_broken)
        {
            return Task.FromException(new LinkBrokenException("The connection is closed."));
        }

        if (frame.Route is { } route && !_sent.Add((route.Origin, route.Seq)))
        {
            world.Fail($"{owner.Name} sent {frame.Body} of {route.Origin} twice to {Other.Owner.Name}");
        }

        if (network.Passes(owner.Name, Other.Owner.Name) && !world.Chances(network.Drops))
        {
            Deliver(frame);
            if (world.Chances(network.Duplicates))
            {
                Deliver(frame);
            }
        }

        return network.Slow ? WaitForWire() : Task.CompletedTask;
    }

    private Task WaitForWire()
    {
        var sent = new TaskCompletionSource();
        world.After(world.Between(0, 40), owner, sent.SetResult);
        return sent.Task;
    }

    public Task<Frame?> ReceiveAsync(CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        if (_arrived.TryDequeue(out var frame))
        {
            return Task.FromResult<Frame?>(frame);
        }

        if (_broken)
        {
            return Task.FromResult<Frame?>(null);
        }

        var waiting = new TaskCompletionSource<Frame?>();
        _waiting = waiting;
        _stop = token.UnsafeRegister(
            static (state, token) => ((TaskCompletionSource<Frame?>)state!).TrySetCanceled(token), waiting);
        return waiting.Task;
    }

    public void Break()
    {
        _broken = true;
        _waiting?.TrySetResult(null);
        if (network.Passes(owner.Name, Other.Owner.Name))
        {
            world.After(network.Delay(), Other.Owner, Other.Broken);
        }
    }

    public ValueTask DisposeAsync()
    {
        if (!_broken)
        {
            Break();
        }

        return ValueTask.CompletedTask;
    }

    private void Deliver(Frame frame) => world.After(network.Delay(), Other.Owner, () => Other.Arrive(frame));

    private void Arrive(Frame frame)
    {
        if (_broken)
        {
            return;
        }

        if (_waiting is { } waiting)
        {
            _waiting = null;
            _stop.Dispose();
            waiting.TrySetResult(frame);
        }
        else
        {
            _arrived.Enqueue(frame);
        }
    }

    private void Broken()
    {
        _broken = true;
        _waiting?.TrySetResult(null);
    }
}
