using Muster.Cluster.Streams;

namespace Muster.Cluster.Mesh;

/// <summary>
/// One link to a peer: what waits to be sent, and what is known of the other side. Belongs to a strand.
/// </summary>
internal sealed class MeshLink(IMeshConnection connection, string? dialled, MeshTiming timing, TimeProvider time)
    : IAsyncDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private readonly long _openedAt = time.GetTimestamp();
    private readonly Dictionary<ScopeName, ScopePosition> _changed = [];
    private PositionTable _theirs = new();
    private long _heardAt = time.GetTimestamp();
    private long _pingedAt = time.GetTimestamp();
    private ulong? _summaryHash;
    private int _quietTicks;

    /// <summary>The address that this node dialled; null when the peer did.</summary>
    public string? Dialled => dialled;

    /// <summary>Null until it has said hello.</summary>
    public NodeId? Peer { get; private set; }

    public LinkQueue Queue { get; } = new(timing);

    /// <summary>Whom the peer reaches, other than through this node.</summary>
    public IReadOnlyDictionary<string, int> Reach { get; private set; } = new Dictionary<string, int>();

    public TimeSpan? RoundTrip { get; private set; }

    public long Sent { get; private set; }

    public long Received { get; private set; }

    public TimeSpan Age => time.GetElapsedTime(_openedAt);

    public bool IsClosed => _closed.IsCancellationRequested;

    public bool IsLive => Peer is not null && !IsClosed;

    public bool IsDead => time.GetElapsedTime(_heardAt) >= timing.DeadAfter;

    public void Greet(NodeId peer) => Peer = peer;

    public void Close() => _closed.Cancel();

    public void Send(FrameBody body) => Queue.Add(new Frame(body));

    public void Send(Frame frame) => Queue.Add(frame);

    /// <summary>Sends until the link is closed or breaks.</summary>
    public async Task WriteAsync()
    {
        try
        {
            while (true)
            {
                await connection.SendAsync(await Queue.TakeAsync(_closed.Token), _closed.Token);
                Sent++;
            }
        }
        catch (Exception end) when (end is LinkBrokenException or OperationCanceledException)
        {
            Close();
        }
    }

    /// <returns>The next frame; null when the link has ended.</returns>
    public async Task<Frame?> ReadAsync()
    {
        try
        {
            var frame = await connection.ReceiveAsync(_closed.Token);
            _heardAt = time.GetTimestamp();
            Received++;
            return frame;
        }
        catch (Exception end) when (end is LinkBrokenException or OperationCanceledException)
        {
            return null;
        }
    }

    public ValueTask DisposeAsync()
    {
        Close();
        return connection.DisposeAsync();
    }

    public void PingIfDue()
    {
        if (time.GetElapsedTime(_pingedAt) >= timing.Ping)
        {
            _pingedAt = time.GetTimestamp();
            Send(new FrameBody.Ping(_pingedAt));
        }
    }

    public void HearPong(FrameBody.Pong pong) => RoundTrip = time.GetElapsedTime(pong.Stamp);

    /// <summary>This node has applied something that the peer has not been told yet.</summary>
    public void Note(ScopeName scope, ScopePosition position) => _changed[scope] = position;

    /// <summary>
    /// Tells what is new since the last time, and now and then the hash alone, so that a lost summary shows.
    /// </summary>
    /// <param name="routes">Of them the peer is told those that do not lead through it.</param>
    public void Summarize(
        PositionTable mine, IReadOnlyDictionary<string, (int Hops, MeshLink Link)> routes, int everyTicks)
    {
        if (_changed.Count == 0 && _summaryHash == mine.Hash && ++_quietTicks < everyTicks)
        {
            return;
        }

        (_summaryHash, _quietTicks) = (mine.Hash, 0);
        var reach = routes.Where(route => route.Value.Link != this)
            .ToDictionary(route => route.Key, route => route.Value.Hops);
        Send(new FrameBody.Summary(mine.Hash, new Dictionary<ScopeName, ScopePosition>(_changed), reach));
        _changed.Clear();
    }

    /// <returns>False when the positions known of the peer are not those it has.</returns>
    public bool Hear(FrameBody.Summary summary)
    {
        Reach = summary.Reach;
        foreach (var (scope, position) in summary.Changed)
        {
            _theirs.Set(scope, position);
        }

        return _theirs.Hash == summary.Hash;
    }

    public void Hear(FrameBody.Push push)
    {
        _theirs = new PositionTable();
        foreach (var (scope, position) in push.Positions)
        {
            _theirs.Set(scope, position);
        }
    }
}
