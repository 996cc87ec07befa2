using Muster.Cluster.Streams;

namespace Muster.Cluster.Mesh;

/// <summary>
/// This node's part of the mesh: links to its peers, and what is told over them. It hurries; the database decides.
/// Belongs to a strand.
/// </summary>
public sealed partial class NodeMesh
{
    private const int QuietTicks = 5;

    private readonly IMeshNetwork _network;
    private readonly IMeshListener _listener;
    private readonly MeshSettings _settings;
    private readonly MeshTiming _timing;
    private readonly TimeProvider _time;
    private readonly MeshDialer _dialer;
    private readonly MeshRoutes _routes;
    private readonly SeenFrames _seen = new();
    private readonly PositionTable _mine = new();
    private readonly OwedAcks _owed = new();
    private readonly Signal _applied;
    private readonly List<MeshLink> _links = [];
    private readonly List<Task> _dials = [];
    private volatile MeshView _view = MeshView.Empty;
    private CancellationToken _stop;
    private long _seq;

    public NodeMesh(
        IMeshNetwork network, IMeshListener listener, MeshSettings settings, MeshTiming timing, MeshChance chance)
    {
        (_network, _listener, _settings, _timing, _time) = (network, listener, settings, timing, chance.Time);
        _applied = new Signal(chance.Time);
        _dialer = new MeshDialer(settings, timing, chance.Time, chance.Random);
        _routes = new MeshRoutes(settings.Self, timing);
    }

    /// <summary>Who should be on the mesh, asked each time before dialling.</summary>
    public Func<IReadOnlyList<MeshPeer>> Members { get; set; } = () => [];

    /// <summary>As of a moment ago; safe for any thread.</summary>
    public MeshView View => _view;

    private List<MeshLink> Live => _links.FindAll(link => link.IsLive);

    /// <summary>Dials, pings and summarises until stopped.</summary>
    public async Task RunAsync(CancellationToken token)
    {
        _stop = token;
        var tick = new Signal(_time);
        try
        {
            while (true)
            {
                await TickAsync();
                await tick.WaitAsync(_timing.Summary, token);
            }
        }
        finally
        {
            foreach (var link in _links.ToList())
            {
                link.Close();
            }
        }
    }

    /// <summary>
    /// Answers those who wait for a position, until stopped. It is done in a turn of its own: what has arrived for
    /// others goes first.
    /// </summary>
    public async Task AcknowledgeAsync(CancellationToken token)
    {
        while (true)
        {
            await _applied.WaitAsync(token);
            foreach (var scope in _owed.Scopes)
            {
                Acknowledge(scope);
            }
        }
    }

    /// <summary>Serves a connection that a peer has opened, until it ends.</summary>
    public Task AcceptAsync(IMeshConnection connection, CancellationToken token) =>
        ServeAsync(connection, null, token);

    /// <summary>Tells everybody of a commit on this node.</summary>
    public void Publish(ScopeName scope, ScopePosition position, ScopeDelta? delta) =>
        Originate(new FrameBody.Event(scope, position, delta), null);

    /// <summary>
    /// This node has applied a position: those who wait for it are told, the others in the next summary.
    /// </summary>
    public void NoteApplied(ScopeName scope, ScopePosition position)
    {
        if (!_mine.Set(scope, position))
        {
            return;
        }

        foreach (var link in _links)
        {
            link.Note(scope, position);
        }

        _applied.Set();
    }

    /// <summary>Asks all nodes which version of an entity they serve.</summary>
    public void Probe(FrameBody.Probe probe) => Originate(probe, null);

    /// <summary>Says good-bye.</summary>
    public void Drain() => Originate(new FrameBody.Drain(_settings.Self), null);

    private async Task TickAsync()
    {
        while (_dials.Find(dial => dial.IsCompleted) is { } ended)
        {
            _dials.Remove(ended);
            await ended;
        }

        foreach (var link in _links.FindAll(link => link.IsDead))
        {
            link.Close();
        }

        var live = Live;
        var routes = MeshRoutes.Find(live, _settings.Self.Name, _timing.HopLimit);
        foreach (var link in live)
        {
            link.PingIfDue();
            link.Summarize(_mine, routes, QuietTicks);
        }

        var linked = live.Select(link => link.Peer!.Value.Name).ToHashSet();
        foreach (var address in _dialer.Due(Members(), linked))
        {
            _dialer.Began(address);
            _dials.Add(DialAsync(address));
        }

        _view = Look(live, routes);
    }

    private async Task DialAsync(string address)
    {
        try
        {
            await ServeAsync(await _network.DialAsync(address, _stop), address, _stop);
            _dialer.Ended(address, null);
        }
        catch (LinkBrokenException broken)
        {
            _dialer.Ended(address, broken.Message);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The node stops.
        }
    }

    private async Task ServeAsync(IMeshConnection connection, string? dialled, CancellationToken token)
    {
        var link = new MeshLink(connection, dialled, _timing, _time);
        await using var stop = token.Register(link.Close);
        _links.Add(link);
        foreach (var (scope, position) in _mine.Positions)
        {
            link.Note(scope, position);
        }

        link.Send(new FrameBody.Hello(_settings.Self, _settings.Build));
        var writing = link.WriteAsync(link.Closed);
        while (!_stop.IsCancellationRequested && await link.ReadAsync(link.Closed) is { } frame)
        {
            Receive(link, frame);
        }

        link.Close();
        _links.Remove(link);
        _routes.Forget(link);
        await writing;
        await link.DisposeAsync();
    }

    private MeshView Look(
        List<MeshLink> live, IReadOnlyDictionary<string, (int Hops, MeshLink Link)> routes) => new(
        [.. live.Select(link => new MeshLinkView(
            link.Peer!.Value, link.Dialled, link.Age, link.RoundTrip, link.Queue.Count,
            new MeshLinkCounts(link.Sent, link.Received, link.Queue.Conflated, link.Queue.Dropped)))],
        routes.ToDictionary(route => route.Key, route => route.Value.Hops),
        _dialer.Troubles);
}
