using Muster.Cluster.Leases;
using Muster.Cluster.Tests.Simulation;

namespace Muster.Cluster.Tests.Leases;

public sealed class LeaseKeeperTests
{
    private readonly SimBench _bench = new();

    [Fact]
    public async Task A_name_is_acquired_once_at_a_time()
    {
        var (node, keeper) = Keeper("a", 1);
        _ = Acquire(node, keeper);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Acquire(node, keeper));
    }

    [Fact]
    public void What_was_disposed_can_be_acquired_again()
    {
        var (node, keeper) = Keeper("a", 1);
        var lease = Get(Acquire(node, keeper));
        Dispose(node, lease);

        Assert.Equal(lease.Fence.Epoch + 1, Get(Acquire(node, keeper)).Fence.Epoch);
    }

    [Fact]
    public void Another_node_waits_for_the_holder()
    {
        var (a, b) = (Keeper("a", 1), Keeper("b", 2));
        Get(Acquire(a.Node, a.Keeper));
        var waiting = Acquire(b.Node, b.Keeper);
        _bench.Pass(10_000);

        Assert.False(waiting.IsCompleted);
    }

    [Fact]
    public void A_disposed_lease_is_free_at_once()
    {
        var (a, b) = (Keeper("a", 1), Keeper("b", 2));
        var lease = Get(Acquire(a.Node, a.Keeper));
        var waiting = Acquire(b.Node, b.Keeper);
        _bench.Pass(1_000);
        Dispose(a.Node, lease);

        Assert.Equal("Nobody held it.", Get(waiting).Reason);
    }

    [Fact]
    public void A_holder_that_has_died_is_replaced_when_its_session_ends()
    {
        var (a, b) = (Keeper("a", 1), Keeper("b", 2));
        Get(Acquire(a.Node, a.Keeper));
        var waiting = Acquire(b.Node, b.Keeper);
        _bench.Pass(1_000);
        a.Node.Process.Kill();
        _bench.Database.EndSessionsOf(a.Node.Self);

        Assert.Equal("The session of a#1 has ended.", Get(waiting).Reason);
    }

    [Fact]
    public void A_database_that_is_away_is_asked_again()
    {
        var (node, keeper) = Keeper("a", 1);
        _bench.Database.CutOff.Add("a");
        var waiting = Acquire(node, keeper);
        _bench.Pass(3_000);
        _bench.Database.CutOff.Clear();
        _bench.Pass(1_500);

        Assert.True(waiting.IsCompletedSuccessfully);
    }

    private (SimBenchNode Node, LeaseKeeper Keeper) Keeper(string name, long incarnation)
    {
        var node = _bench.Node(name, incarnation);
        return (node, new LeaseKeeper(node.Stores, node.Self, new LeaseTiming(), node.Time, node.Strand));
    }

    private static Task<Lease> Acquire(SimBenchNode node, LeaseKeeper keeper) =>
        node.Do(() => keeper.AcquireAsync("duty", CancellationToken.None));

    private Lease Get(Task<Lease> acquired)
    {
        _bench.Pass(100);
        Assert.True(acquired.IsCompletedSuccessfully);
        return acquired.Result;
    }

    private void Dispose(SimBenchNode node, Lease lease)
    {
        node.Do(() => lease.DisposeAsync().AsTask());
        _bench.Pass(10);
    }
}
