using Muster.Cluster;
using Muster.Cluster.Leases;
using Muster.Storage.Leases;

namespace Muster.Storage.Tests.Leases;

public sealed class LeaseHandoverTests
{
    [Fact]
    public async Task A_handover_goes_to_the_named_node_even_when_another_is_first_in_line()
    {
        await using var stage = await LeaseStage.CreateAsync();
        var (holder, fence) = await stage.HolderAsync(Nodes.A);
        var (first, firstWaiting) = await stage.WaiterAsync(Nodes.B);
        var (named, namedWaiting) = await stage.WaiterAsync(Nodes.C);
        var store = new LeaseStore(stage.Open("a"));
        Assert.True(await store.AskHandoverAsync(Nodes.Lease, Nodes.C.Name, CancellationToken.None));
        Assert.Equal(
            new LeaseRenewal(true, Nodes.C.Name), await holder.RenewAsync(fence, CancellationToken.None));

        using var stop = new CancellationTokenSource();
        var passedBy = AcquireAsync(first, firstWaiting, Nodes.B, stop.Token);
        await holder.ReleaseAsync(fence, CancellationToken.None);
        var taken = await AcquireAsync(named, namedWaiting, Nodes.C, CancellationToken.None);

        Assert.Equal(fence.Epoch + 1, taken.Epoch);
        var state = await stage.ReadAsync();
        Assert.Equal((Nodes.C, null), (state.Holder!.Value, state.HandoverTo));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => passedBy);
    }

    [Fact]
    public async Task A_lease_that_is_kept_for_a_node_which_does_not_come_is_free_after_a_second()
    {
        await using var stage = await LeaseStage.CreateAsync();
        var (holder, fence) = await stage.HolderAsync(Nodes.A);
        var (other, waiting) = await stage.WaiterAsync(Nodes.B);
        var store = new LeaseStore(stage.Open("a"));
        await store.AskHandoverAsync(Nodes.Lease, "never seen", CancellationToken.None);
        await holder.ReleaseAsync(fence, CancellationToken.None);
        await waiting;

        var kept = await LeaseStage.LookAsync(other, Nodes.B);
        Assert.Equal("never seen", kept.HandoverTo);
        Assert.InRange(kept.HandoverRemaining, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(1));

        var taken = await AcquireAsync(other, Task.CompletedTask, Nodes.B, CancellationToken.None);
        Assert.Equal(fence.Epoch + 1, taken.Epoch);
    }

    [Fact]
    public async Task A_lease_that_was_released_is_kept_for_nobody_unless_it_was_asked_for()
    {
        await using var stage = await LeaseStage.CreateAsync();
        var (holder, fence) = await stage.HolderAsync(Nodes.A);
        var (waiter, waiting) = await stage.WaiterAsync(Nodes.B);

        await holder.ReleaseAsync(fence, CancellationToken.None);
        await waiting;

        var view = await LeaseStage.LookAsync(waiter, Nodes.B);
        Assert.Null(view.Holder);
        Assert.Null(view.HandoverTo);
        Assert.False(view.HolderIsGone);
        Assert.False((await holder.RenewAsync(fence, CancellationToken.None)).Held);
    }

    [Fact]
    public async Task Nobody_is_asked_for_a_lease_that_nobody_holds()
    {
        await using var stage = await LeaseStage.CreateAsync();
        var store = new LeaseStore(stage.Open("a"));

        Assert.False(await store.AskHandoverAsync(Nodes.Lease, "b", CancellationToken.None));
        await stage.HolderAsync(Nodes.A);
        await stage.ExpireAsync();
        Assert.False(await store.AskHandoverAsync(Nodes.Lease, "b", CancellationToken.None));
    }

    [Fact]
    public async Task A_wish_is_taken_back_by_asking_for_the_holder_itself()
    {
        await using var stage = await LeaseStage.CreateAsync();
        var (holder, fence) = await stage.HolderAsync(Nodes.A);
        var store = new LeaseStore(stage.Open("a"));
        await store.AskHandoverAsync(Nodes.Lease, Nodes.B.Name, CancellationToken.None);

        await store.AskHandoverAsync(Nodes.Lease, Nodes.A.Name, CancellationToken.None);

        Assert.Null((await holder.RenewAsync(fence, CancellationToken.None)).HandoverTo);
    }

    [Fact]
    public async Task Those_who_wait_are_listed_by_name_however_long_and_in_whatever_letters()
    {
        await using var stage = await LeaseStage.CreateAsync();
        var umlaut = new NodeId("knöten-" + new string('z', 80), 20_000_000_007);
        foreach (var node in new[] { Nodes.B, Nodes.C, umlaut })
        {
            await stage.EnterAsync(node);
        }

        await stage.HolderAsync(Nodes.A);
        await stage.WaiterAsync(umlaut);
        await stage.WaiterAsync(Nodes.C);
        await stage.WaiterAsync(Nodes.B);

        Assert.Equal(["b", "c", umlaut.Name], (await stage.ReadAsync()).Waiting);
    }

    /// <summary>What a node does that wants the lease.</summary>
    private static async Task<Fence> AcquireAsync(
        ILeaseSession session, Task waiting, NodeId node, CancellationToken stop)
    {
        await waiting;
        while (true)
        {
            var attempt = await session.TryAsync(
                node, view => LeasePolicy.Decide(view, node, standsStill: false, new LeaseTiming()), stop);
            if (attempt.Fence is { } fence)
            {
                return fence;
            }

            await session.WaitForHolderAsync(((LeaseDecision.Wait)attempt.Decision).AtMost, stop);
        }
    }
}
