using Muster.Cluster.Leases;
using Muster.Cluster.Tests.Simulation;

namespace Muster.Cluster.Tests.Leases;

public sealed class LeaseTests
{
    private readonly SimBench _bench = new();
    private readonly SimBenchNode _node;
    private readonly LeaseKeeper _keeper;
    private readonly Lease _lease;

    public LeaseTests()
    {
        _node = _bench.Node("a");
        _keeper = new LeaseKeeper(_node.Stores, _node.Self, new LeaseTiming(), _node.Time, _node.Strand);
        _lease = Acquire(_node, _keeper).Result;
    }

    [Fact]
    public void It_is_renewed_for_as_long_as_it_is_wanted()
    {
        _bench.Pass(60_000);
        Assert.True(_lease.IsHeld);
    }

    [Fact]
    public void A_broken_session_is_replaced_before_the_lease_is_lost()
    {
        _bench.Database.Restart();
        _bench.Pass(5_000);
        Assert.True(_lease.IsHeld);
    }

    [Fact]
    public void A_holder_without_answers_stands_down_before_its_life_ends()
    {
        _bench.Database.CutOff.Add("a");
        _bench.Pass(1_300);
        Assert.True(_lease.IsHeld);
        _bench.Pass(200);
        Assert.False(_lease.IsHeld);
        Assert.True(_lease.Lost.IsCancellationRequested);
    }

    [Fact]
    public void A_paused_holder_knows_at_once_when_it_wakes()
    {
        _node.Process.Pause();
        _bench.Pass(2_000);
        Assert.False(_lease.Lost.IsCancellationRequested);
        Assert.False(_lease.IsHeld);
    }

    [Fact]
    public void The_clock_of_the_machine_has_no_say()
    {
        _node.Process.ClockOffset = TimeSpan.FromHours(1);
        _bench.Pass(5_000);
        Assert.True(_lease.IsHeld);
    }

    [Fact]
    public void Renewal_after_expiry_does_not_revive_the_lease()
    {
        _bench.Database.ClockOffset = TimeSpan.FromSeconds(8);
        _bench.Pass(600);
        Assert.False(_lease.IsHeld);
        Assert.Equal("Another node has taken it, or it had run out.", _lease.LostBecause);
    }

    [Fact]
    public void A_failover_ends_the_tenure()
    {
        _bench.Database.FailOver(0);
        _bench.Pass(1_000);
        Assert.False(_lease.IsHeld);
    }

    [Fact]
    public void Asked_for_a_handover_the_holder_gives_up()
    {
        _bench.Database.AskHandover("duty", "b");
        _keeper.Look("duty");
        _bench.Pass(20);
        Assert.Equal("b was asked to take over.", _lease.LostBecause);
        Assert.False(_lease.IsHeld);
    }

    [Fact]
    public void A_handover_waits_until_the_work_has_stopped()
    {
        var next = _bench.Node("b", 2);
        var waiting = Acquire(
            next, new LeaseKeeper(next.Stores, next.Self, new LeaseTiming(), next.Time, next.Strand));
        _bench.Database.AskHandover("duty", "b");
        _bench.Pass(1_000);
        Assert.False(waiting.IsCompleted);

        _node.Do(() => _lease.DisposeAsync().AsTask());
        _bench.Pass(100);
        Assert.True(waiting.IsCompletedSuccessfully);
    }

    private Task<Lease> Acquire(SimBenchNode node, LeaseKeeper keeper)
    {
        var acquired = node.Do(() => keeper.AcquireAsync("duty", CancellationToken.None));
        _bench.Pass(50);
        return acquired;
    }
}
