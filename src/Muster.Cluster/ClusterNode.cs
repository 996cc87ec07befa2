using Muster.Cluster.Leases;
using Muster.Cluster.Members;
using Muster.Cluster.Mesh;
using Muster.Cluster.Streams;

namespace Muster.Cluster;

/// <summary>
/// One node's part in the agreement: the database decides, the mesh hurries, the watermark proves. What is public here
/// is safe for any thread.
/// </summary>
public sealed partial class ClusterNode
{
    private readonly ClusterSurroundings _around;
    private readonly ClusterSettings _settings;
    private readonly Membership _membership;
    private readonly Scopes _scopes;
    private readonly Watermarks _watermarks;
    private readonly Probes _probes;
    private readonly NodeMesh? _mesh;

    public ClusterNode(ClusterSettings settings, ClusterSurroundings around)
    {
        (_settings, _around) = (settings, around);
        var timing = settings.Timing;
        _membership = new Membership(
            around.Stores.Members, settings.Self, settings.Description, timing.Members, around.Time);
        _scopes = new Scopes(around.Stores.Scopes, timing.Streams, around.Time);
        _watermarks = new Watermarks(_membership, around.Time);
        _probes = new Probes(around.Time);
        Leases = new LeaseKeeper(around.Stores.Leases, settings.Self, timing.Leases, around.Time, around.Strand);
        _membership.Report = Report;
        _membership.Seen += _watermarks.HearMembers;
        _membership.Bound += _scopes.AskNow;
        _scopes.Applied += NoteApplied;
        _scopes.Loaded += (scope, position, _) => _watermarks.HearLoaded(scope, position);
        if (settings.Peers is { } peers)
        {
            _mesh = new NodeMesh(
                around.Network, new Ear(this), new MeshSettings(settings.Self, settings.Description.Build, peers),
                timing.Mesh, new MeshChance(around.Time, around.Chance))
            {
                Members = LivePeers,
            };
        }
    }

    /// <summary>What this node's consistency checker has counted; told with the beat.</summary>
    public Func<ReadCounts> Reads { get; set; } = () => default;

    public NodeId Self => _settings.Self;

    public LeaseKeeper Leases { get; }

    /// <summary>Everybody in the membership table, as last seen.</summary>
    public IReadOnlyList<MemberStatus> Members => _membership.Members;

    /// <summary>Null when this node takes no part in the mesh.</summary>
    public MeshView? Mesh => _mesh?.View;

    /// <summary>What this node has applied of each scope that it follows.</summary>
    public IReadOnlyDictionary<ScopeName, ScopePosition> Positions => _scopes.Positions;

    /// <summary>Told on the strand after a snapshot was swapped in: the scope, and how far it is now.</summary>
    public event Action<ScopeName, ScopePosition> Applied
    {
        add => _scopes.Applied += value;
        remove => _scopes.Applied -= value;
    }

    /// <summary>Told when content was read as a whole: the scope, how far it is, and why.</summary>
    public event Action<ScopeName, ScopePosition, string> Loaded
    {
        add => _scopes.Loaded += value;
        remove => _scopes.Loaded -= value;
    }

    /// <summary>
    /// Whether what this node holds of a scope may be served as current. No older answer than one that was reported
    /// as applied everywhere can come from a node that says yes: whoever reported it has waited for this node.
    /// </summary>
    public bool IsCurrent(ScopeName scope) =>
        _scopes.FreshAt(scope, out var timeline) is { } fresh
        && _membership.BoundSince(scope, timeline) is { } bound
        && fresh >= bound
        && _around.Time.GetElapsedTime(fresh) < _settings.Timing.Streams.CurrentFor;

    /// <summary>Begins to follow a scope. Called before <see cref="RunAsync"/>, or on the strand.</summary>
    public Cached<T> Follow<T>(ScopeName scope, IScopeContent<T> content) => _scopes.Follow(scope, content);

    /// <summary>Content that consists of the change rows alone, for those who cache single values.</summary>
    public Cached<ChangeMarks> FollowMarks(ScopeName scope) =>
        Follow(scope, new ChangeMarksContent(scope, _around.Stores.Scopes));

    /// <summary>Takes part until stopped, then says good-bye.</summary>
    public Task RunAsync(CancellationToken token) => _around.Strand.RunAsync(() => RunOnStrandAsync(token), token);

    /// <summary>Where others reach this node, once that is known.</summary>
    public void Announce(IReadOnlyList<string> addresses) => _around.Strand.Post(() =>
    {
        _membership.Description = _membership.Description with { Addresses = addresses };
        _membership.BeatNow();
    });

    /// <summary>A transaction on this node has committed.</summary>
    /// <param name="delta">What it changed, if that is small enough to be sent along; else it is pulled.</param>
    public void Publish(ScopeName scope, ScopePosition position, ScopeDelta? delta) => _around.Strand.Post(() =>
    {
        _mesh?.Publish(scope, position, delta);
        _scopes.Hear(scope, position, delta);
    });

    /// <summary>The database has told of a position.</summary>
    public void HearNotice(ScopeName scope, ScopePosition position) =>
        _around.Strand.Post(() => _scopes.HearNotice(scope, position));

    /// <summary>Asks the database for all positions at once: notices may have been missed.</summary>
    public void AskNow() => _around.Strand.Post(_scopes.AskNow);

    /// <summary>Serves a connection that a peer has opened, until it ends.</summary>
    /// <exception cref="InvalidOperationException">This node takes no part in the mesh.</exception>
    public Task AcceptAsync(IMeshConnection connection, CancellationToken token) => _around.Strand.RunAsync(
        async () =>
        {
            await (_mesh ?? throw new InvalidOperationException("This node takes no part in the mesh."))
                .AcceptAsync(connection, token);
            return true;
        },
        token);

    /// <summary>
    /// Waits until every live node that serves the scope has applied the position, or has lost its membership, at most
    /// for the budget.
    /// </summary>
    public Task<AppliedReceipt> WaitUntilAppliedAsync(
        ScopeName scope, ScopePosition position, TimeSpan budget, CancellationToken token) =>
        _around.Strand.RunAsync(() => _watermarks.WaitAsync(scope, position, budget, token), token);

    /// <summary>Waits until this node itself has applied a position, at most for the budget.</summary>
    public Task<bool> WaitUntilAppliedHereAsync(
        ScopeName scope, ScopePosition position, TimeSpan budget, CancellationToken token) =>
        _around.Strand.RunAsync(() => _watermarks.WaitHereAsync(scope, position, budget, token), token);

    /// <summary>Waits until this node may serve a scope as current.</summary>
    public async Task WaitUntilCurrentAsync(ScopeName scope, CancellationToken token)
    {
        while (!IsCurrent(scope))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), _around.Time, token);
        }
    }

    /// <summary>Asks all nodes which version of an entity they serve, and waits a while for answers.</summary>
    public Task<IReadOnlyList<FrameBody.Probed>> ProbeAsync(
        ScopeName scope, string entity, string id, TimeSpan patience, CancellationToken token) =>
        _around.Strand.RunAsync(() => _probes.AskAsync(
            number =>
            {
                var probe = new FrameBody.Probe(number, scope, entity, id);
                _mesh?.Probe(probe);
                return Answer(probe);
            },
            LivePeers().Count + 1, patience, token), token);

    private async Task<bool> RunOnStrandAsync(CancellationToken token)
    {
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(token);
        using var stop = new CancellationTokenSource();
        var membership = _membership.RunAsync(leave.Token);
        var rest = new List<Task> { _scopes.RunAsync(stop.Token) };
        if (_mesh is not null)
        {
            rest.Add(_mesh.RunAsync(stop.Token));
            rest.Add(_mesh.AcknowledgeAsync(stop.Token));
        }

        // Whatever ends first: a part that fails takes the others with it.
        var first = await Task.WhenAny([membership, .. rest]);
        _membership.Withdraw();
        _mesh?.Drain();
        leave.Cancel();
        await Task.WhenAny(membership);
        stop.Cancel();
        await Task.WhenAny(Task.WhenAll(rest));
        await first;
        return true;
    }

    private FrameBody.Probed Answer(FrameBody.Probe probe) => new(
        probe.Number, Self, _scopes.Positions.GetValueOrDefault(probe.Scope),
        _scopes.VersionOf(probe.Scope, probe.Entity, probe.Id), IsCurrent(probe.Scope));

    private MemberReport Report() => new(
        _scopes.Positions,
        [.. (_mesh?.View.Links ?? []).Select(link => link.Peer.Name).Order(StringComparer.Ordinal)])
    {
        Reads = Reads(),
    };

    private void NoteApplied(ScopeName scope, ScopePosition position)
    {
        _watermarks.Hear(Self, scope, position);
        _mesh?.NoteApplied(scope, position);
    }

    private List<MeshPeer> LivePeers() =>
        [.. _membership.Members
            .Where(status => status.IsLive && status.Member.Id.Name != Self.Name)
            .Select(status => new MeshPeer(status.Member.Id, status.Member.Addresses))];
}
