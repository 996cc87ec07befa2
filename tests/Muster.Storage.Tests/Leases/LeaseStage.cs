using Muster.Cluster;
using Muster.Cluster.Leases;
using Muster.Cluster.Members;
using Muster.Storage.Leases;
using Muster.Storage.Members;
using Muster.Testing;
using Npgsql;

namespace Muster.Storage.Tests.Leases;

/// <summary>One lease, and nodes that contend for it, each with a pool and sessions of its own.</summary>
internal sealed class LeaseStage : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _toDispose = [];
    private readonly List<Task> _waiting = [];
    private readonly CancellationTokenSource _stop = new();

    private LeaseStage(TestDatabase made) => Made = made;

    public TestDatabase Made { get; }

    public static async Task<LeaseStage> CreateAsync() => new(await TestDatabase.CreateAsync());

    public Database Open(string node)
    {
        var database = Made.Open(node);
        _toDispose.Add(database);
        return database;
    }

    public async Task<ILeaseSession> SessionAsync(NodeId node)
    {
        var store = new LeaseStore(Open(node.Name), node.Incarnation, new LeaseTiming().Life);
        var session = await store.OpenAsync(Nodes.Lease, CancellationToken.None);
        _toDispose.Add(session);
        return session;
    }

    /// <summary>A session that holds the lease.</summary>
    public async Task<(ILeaseSession Session, Fence Fence)> HolderAsync(NodeId node)
    {
        var session = await SessionAsync(node);
        return (session, await TakeAsync(session, node));
    }

    /// <summary>A session that waits for the holder's end, and has begun to.</summary>
    public async Task<(ILeaseSession Session, Task Waiting)> WaiterAsync(NodeId node)
    {
        var session = await SessionAsync(node);
        var waiting = session.WaitForHolderAsync(TimeSpan.FromSeconds(20), _stop.Token);
        _waiting.Add(waiting);
        await UntilBlockedAsync(node);
        return (session, waiting);
    }

    public static async Task<Fence> TakeAsync(ILeaseSession session, NodeId node) =>
        (await session.TryAsync(node, Nodes.Take, CancellationToken.None)).Fence!.Value;

    /// <summary>The row as a contender sees it, who then leaves the lease alone.</summary>
    public static async Task<LockedLease> LookAsync(ILeaseSession session, NodeId node)
    {
        LockedLease? seen = null;
        await session.TryAsync(node, view => Nodes.Wait(seen = view), CancellationToken.None);
        return seen!;
    }

    public async Task<LeaseState> ReadAsync() =>
        Assert.Single(await new LeaseStore(Open("reader")).ReadAsync(CancellationToken.None));

    public Task UntilBlockedAsync(NodeId node) => Made.UntilAsync(
        $"SELECT count(*) = 1 FROM pg_stat_activity WHERE datname = current_database() "
        + $"AND application_name = '{SessionName(node)}' AND wait_event_type = 'Lock'");

    /// <summary>What the server does when the node's process is killed.</summary>
    public Task KillAsync(NodeId node) => Made.ScalarAsync(
        $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
        + $"AND application_name = '{SessionName(node)}'");

    /// <summary>Enters the node's row among the members.</summary>
    public Task EnterAsync(NodeId node) => new MemberStore(Open(node.Name)).BeatAsync(
        node, new NodeDescription(node.Name, [], [], ""), null, CancellationToken.None);

    /// <summary>Lets the lease run out.</summary>
    public Task ExpireAsync() => Made.ScalarAsync("UPDATE lease SET expires_at = clock_timestamp()");

    public async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(Made.ConnectionString);
        await connection.OpenAsync();
        _toDispose.Add(connection);
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        foreach (var waiting in _waiting)
        {
            await Record.ExceptionAsync(() => waiting);
        }

        foreach (var one in Enumerable.Reverse(_toDispose))
        {
            await one.DisposeAsync();
        }

        _stop.Dispose();
        await Made.DisposeAsync();
    }

    private static string SessionName(NodeId node) => $"muster lease {node.Incarnation} {Nodes.Lease}";
}
