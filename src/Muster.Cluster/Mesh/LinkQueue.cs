namespace Muster.Cluster.Mesh;

/// <summary>
/// What waits to be sent on a link. Bounded: when it grows, of each scope only the newest position stays, and when that
/// is not enough, the oldest are dropped. Both are counted; both only delay, because the position says what is missing.
/// Belongs to a strand.
/// </summary>
internal sealed class LinkQueue(MeshTiming timing)
{
    private readonly LinkedList<Frame> _frames = [];
    private TaskCompletionSource? _awaited;

    public int Count => _frames.Count;

    public long Conflated { get; private set; }

    public long Dropped { get; private set; }

    public void Add(Frame frame)
    {
        if (_frames.Count >= timing.ConflateFrom && TryConflate(frame))
        {
            Conflated++;
            return;
        }

        if (_frames.Count >= timing.QueueLimit)
        {
            _frames.RemoveFirst();
            Dropped++;
        }

        _frames.AddLast(frame);
        _awaited?.TrySetResult();
    }

    public Task<Frame> TakeAsync(CancellationToken token) =>
        _frames.Count > 0 ? Task.FromResult(TakeFirst()) : WaitAsync(token);

    private Frame TakeFirst()
    {
        var frame = _frames.First!.Value;
        _frames.RemoveFirst();
        return frame;
    }

    // Goes on inside Add, which saves a turn of the strand for every hop: all that follows is to hand the frame to the
    // connection.
    private async Task<Frame> WaitAsync(CancellationToken token)
    {
        while (_frames.Count == 0)
        {
            var awaited = new TaskCompletionSource();
            _awaited = awaited;
            using var stop = token.UnsafeRegister(
                static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token), awaited);
            try
            {
                await awaited.Task;
            }
            finally
            {
                _awaited = null;
            }
        }

        return TakeFirst();
    }

    private bool TryConflate(Frame frame)
    {
        for (var node = _frames.Last; node is not null; node = node.Previous)
        {
            if (Merge(node.Value, frame) is { } merged)
            {
                node.Value = merged;
                return true;
            }
        }

        return false;
    }

    /// <returns>One frame that says as much as both; null when there is none.</returns>
    private static Frame? Merge(Frame waiting, Frame next) => (waiting.Body, next.Body) switch
    {
        (FrameBody.Event old, FrameBody.Event young) when old.Scope == young.Scope =>
            young.Position >= old.Position ? next with { Body = young with { Delta = null } } : waiting,
        (FrameBody.Ack old, FrameBody.Ack young)
            when old.Scope == young.Scope && old.Node == young.Node && waiting.Route!.To == next.Route!.To =>
            young.Position >= old.Position ? next : waiting,
        (FrameBody.Ping, FrameBody.Ping) or (FrameBody.Pong, FrameBody.Pong) => next,
        (FrameBody.Summary old, FrameBody.Summary young) =>
            next with { Body = young with { Changed = Both(old, young) } },
        _ => null,
    };

    private static Dictionary<Streams.ScopeName, Streams.ScopePosition> Both(
        FrameBody.Summary old, FrameBody.Summary young)
    {
        var both = new Dictionary<Streams.ScopeName, Streams.ScopePosition>(old.Changed);
        foreach (var (scope, position) in young.Changed)
        {
            both[scope] = position;
        }

        return both;
    }
}
