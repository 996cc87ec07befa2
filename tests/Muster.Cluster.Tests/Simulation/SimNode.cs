using System.Collections.Immutable;
using Muster.Cluster.Members;
using Muster.Cluster.Mesh;
using Muster.Cluster.Streams;

namespace Muster.Cluster.Tests.Simulation;

/// <summary>A machine that runs one process after the other under one name, with work that never stops.</summary>
internal sealed class SimNode : IMeshNetwork
{
    public static readonly ScopeName Read = new("read");
    public static readonly ScopeName Told = new("told");
    public static readonly ScopeName Marked = new("marked");

    private readonly World _world;
    private readonly SimDatabase _database;
    private readonly SimNetwork _network;
    private readonly Referee _referee;
    private readonly SimPlan _plan;
    private CancellationTokenSource _stop = new();
    private bool _started;

    public SimNode(string name, SimParts parts)
    {
        Name = name;
        (_world, _database, _network, _referee, _plan) = parts;
        Process = new SimProcess(_world, name);
        _network.Nodes[name] = this;
    }

    public string Name { get; }

    public SimProcess Process { get; private set; }

    public ClusterNode? Cluster { get; private set; }

    public Dictionary<ScopeName, Cached<ImmutableDictionary<string, long>>> Contents { get; } = [];

    public Cached<ChangeMarks>? Marks { get; private set; }

    public bool Runs => Process.Runs && Cluster is not null;

    public Task<IMeshConnection> DialAsync(string address, CancellationToken token) =>
        _network.DialAsync(Process, address);

    /// <summary>Starts a process, the first one or in place of one that has died; never a second one.</summary>
    public void Start()
    {
        if (_started && !Process.IsDead)
        {
            return;
        }

        _started = true;
        Process = new SimProcess(_world, Name) { ClockOffset = Process.ClockOffset };
        Cluster = null;
        _stop = new CancellationTokenSource();
        Process.Start(LiveAsync);
    }

    /// <summary>Asks the process to end in order; it serves until it has, and is started again afterwards.</summary>
    public void Stop() => Process.Post(static stop => ((CancellationTokenSource)stop!).Cancel(), _stop);

    public void StartIfDead()
    {
        if (Process.IsDead)
        {
            Start();
        }
    }

    /// <summary>As kill -9 does: the kernel closes the sockets, nobody says good-bye.</summary>
    public void Crash()
    {
        Process.Kill();
        _network.CloseAllOf(Process);
        if (Cluster is { } cluster && !_database.CutOff.Contains(Name))
        {
            var self = cluster.Self;
            _world.After(_world.Between(0.1, 5), _database.Kernel, () => _database.EndSessionsOf(self));
        }
    }

    private async Task LiveAsync()
    {
        var time = new SimTime(_world, Process);
        var description = new NodeDescription(Name, ["server"], [Name], "simulated");
        var self = new NodeId(Name, await JoinAsync(description, time));
        var stores = new SimStores(_database, Process, self);
        var around = new ClusterSurroundings(
            new ClusterStores(stores, stores, stores), this, time, new Random(_world.Chance.Next()),
            new SimStrand(Process));
        var cluster = new ClusterNode(
            new ClusterSettings(self, description, _plan.HasMesh ? [] : null, _plan.Timing), around);
        Contents.Clear();
        Follow(cluster, Read, reads: true);
        Follow(cluster, Told, reads: false);
        Marks = cluster.FollowMarks(Marked);
        cluster.Applied += (scope, position) => _referee.Applied(self, scope, position, _database);
        Cluster = cluster;
        var work = new SimWork(cluster, this, new SimParts(_world, _database, _network, _referee, _plan), time);
        Process.Start(() => work.WriteAsync());
        Process.Start(() => work.ServeAsync());
        Process.Start(() => work.HoldLeaseAsync());
        try
        {
            await cluster.RunAsync(_stop.Token);
        }
        finally
        {
            Crash();
            _world.After(_world.Between(50, 500), _database.Kernel, StartIfDead);
        }
    }

    private void Follow(ClusterNode cluster, ScopeName scope, bool reads) =>
        Contents[scope] = cluster.Follow(scope, new SimContent(_database, Process, scope, reads));

    private async Task<long> JoinAsync(NodeDescription description, TimeProvider time)
    {
        while (true)
        {
            try
            {
                return await _database.CallAsync(Process, () => _database.Join(description));
            }
            catch (StoreAwayException)
            {
                await new Signal(time).WaitAsync(TimeSpan.FromMilliseconds(200), CancellationToken.None);
            }
        }
    }
}
