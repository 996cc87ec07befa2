using Muster.Cluster;
using Muster.Cluster.Leases;
using Muster.Storage.Tests.Streams;

namespace Muster.Storage.Tests.Leases;

public sealed class LeaseTakeoverTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_end_of_the_holders_session_lets_a_waiter_take_at_once(bool isKilled)
    {
        await using var stage = await LeaseStage.CreateAsync();
        var (holder, old) = await stage.HolderAsync(Nodes.A);
        var (waiter, waiting) = await stage.WaiterAsync(Nodes.B);

        await (isKilled ? stage.KillAsync(Nodes.A) : holder.DisposeAsync().AsTask());
        await waiting;
        LockedLease? seen = null;
        var attempt = await waiter.TryAsync(Nodes.B, view => Nodes.Take(seen = view), CancellationToken.None);

        Assert.True(seen!.HolderIsGone);
        Assert.Equal(Nodes.A, seen.Holder);
        Assert.True(seen.Remaining > TimeSpan.Zero, "It was found by the lock, not by expiry.");
        Assert.Equal(old.Epoch + 1, attempt.Fence?.Epoch);
        Assert.Equal(true, await stage.Made.ScalarAsync("SELECT detector FROM lease"));
    }

    [Fact]
    public async Task In_a_backup_put_back_on_a_lower_timeline_a_lease_is_taken_under_a_higher_epoch()
    {
        await using var stage = await LeaseStage.CreateAsync();
        await stage.HolderAsync(Nodes.A);
        await stage.ExpireAsync();
        await stage.Made.ScalarAsync("UPDATE fence SET timeline = 7");

        var session = await stage.SessionAsync(Nodes.B);
        var fence = await LeaseStage.TakeAsync(session, Nodes.B);

        Assert.Equal(new Fence(Nodes.Lease, 1, 2), fence);
        Assert.True((await session.RenewAsync(fence, CancellationToken.None)).Held);
    }

    [Fact]
    public async Task A_wait_for_a_holder_who_stays_ends_by_itself()
    {
        await using var stage = await LeaseStage.CreateAsync();
        await stage.HolderAsync(Nodes.A);
        var waiter = await stage.SessionAsync(Nodes.B);

        await waiter.WaitForHolderAsync(TimeSpan.FromMilliseconds(20), CancellationToken.None);

        Assert.False((await LeaseStage.LookAsync(waiter, Nodes.B)).HolderIsGone);
    }

    [Fact]
    public async Task One_who_obtains_the_lock_and_waits_on_gives_it_to_the_next()
    {
        await using var stage = await LeaseStage.CreateAsync();
        var (holder, _) = await stage.HolderAsync(Nodes.A);
        var (first, firstWaiting) = await stage.WaiterAsync(Nodes.B);
        var (second, secondWaiting) = await stage.WaiterAsync(Nodes.C);
        await holder.DisposeAsync();
        await firstWaiting;

        Assert.True((await LeaseStage.LookAsync(first, Nodes.B)).HolderIsGone);
        await secondWaiting;

        Assert.True((await LeaseStage.LookAsync(second, Nodes.C)).HolderIsGone);
    }

    [Fact]
    public async Task A_holder_that_is_paused_loses_its_session_to_the_one_who_takes_by_expiry()
    {
        await using var stage = await LeaseStage.CreateAsync();
        var (paused, old) = await stage.HolderAsync(Nodes.A);
        await stage.ExpireAsync();

        await LeaseStage.TakeAsync(await stage.SessionAsync(Nodes.B), Nodes.B);

        await Assert.ThrowsAsync<StoreAwayException>(() => paused.RenewAsync(old, CancellationToken.None));
        Assert.Equal(true, await stage.Made.ScalarAsync("SELECT detector FROM lease"));
    }

    [Fact]
    public async Task One_who_takes_by_expiry_has_the_lock_once_those_ahead_in_the_line_have_looked()
    {
        await using var stage = await LeaseStage.CreateAsync();
        await stage.HolderAsync(Nodes.A);
        var (ahead, waiting) = await stage.WaiterAsync(Nodes.C);
        await stage.ExpireAsync();
        var next = await stage.SessionAsync(Nodes.B);

        var taking = LeaseStage.TakeAsync(next, Nodes.B);
        await waiting;
        Assert.Equal(Nodes.B, (await LeaseStage.LookAsync(ahead, Nodes.C)).Holder);
        var fence = await taking;

        await next.RenewAsync(fence, CancellationToken.None);
        await next.RenewAsync(fence, CancellationToken.None);
        Assert.Equal(true, await stage.Made.ScalarAsync("SELECT detector FROM lease"));
    }

    [Fact]
    public async Task A_node_takes_its_own_lease_again_when_its_old_session_lingers()
    {
        await using var stage = await LeaseStage.CreateAsync();
        await stage.HolderAsync(Nodes.A);
        var again = await stage.SessionAsync(Nodes.A);

        Assert.False((await LeaseStage.LookAsync(again, Nodes.A)).HolderIsGone);
        Assert.Equal(2, (await LeaseStage.TakeAsync(again, Nodes.A)).Epoch);
        Assert.Equal(true, await stage.Made.ScalarAsync("SELECT detector FROM lease"));
    }

    [Fact]
    public async Task A_holder_that_could_not_obtain_the_lock_is_not_thought_gone_and_obtains_it_later()
    {
        await using var stage = await LeaseStage.CreateAsync();
        var stranger = await stage.SessionAsync(Nodes.C);
        await stranger.WaitForHolderAsync(TimeSpan.FromSeconds(1), CancellationToken.None);

        var (holder, fence) = await stage.HolderAsync(Nodes.A);

        Assert.Equal(false, await stage.Made.ScalarAsync("SELECT detector FROM lease"));
        Assert.False((await LeaseStage.LookAsync(stranger, Nodes.C)).HolderIsGone);
        await holder.RenewAsync(fence, CancellationToken.None);
        await holder.RenewAsync(fence, CancellationToken.None);
        Assert.Equal(true, await stage.Made.ScalarAsync("SELECT detector FROM lease"));
    }

    [Fact]
    public async Task Another_contender_is_told_to_wait_while_one_takes_the_lease()
    {
        await using var stage = await LeaseStage.CreateAsync();
        var (_, old) = await stage.HolderAsync(Nodes.A);
        await using var work = await stage.Open("a").BeginFencedAsync(Writes.Context, old, CancellationToken.None);
        var takeover = LeaseStage.TakeAsync(await stage.SessionAsync(Nodes.B), Nodes.B);
        await stage.UntilBlockedAsync(Nodes.B);
        var other = await stage.SessionAsync(Nodes.C);

        var attempt = await other.TryAsync(Nodes.C, Nodes.Take, CancellationToken.None);

        Assert.Null(attempt.Fence);
        Assert.Equal("Another node is taking the lease at this moment.", attempt.Decision.Reason);
        await work.DisposeAsync();
        await takeover;
        Assert.Equal(Nodes.B, (await LeaseStage.LookAsync(other, Nodes.C)).Holder);
    }

    [Fact]
    public async Task A_contender_that_is_paused_while_it_looks_does_not_keep_the_holder_from_renewing()
    {
        await using var stage = await LeaseStage.CreateAsync();
        var (holder, fence) = await stage.HolderAsync(Nodes.A);
        var contender = await stage.SessionAsync(Nodes.B);
        using var looks = new SemaphoreSlim(0);
        using var paused = new ManualResetEventSlim();
        var attempt = Task.Run(() => contender.TryAsync(
            Nodes.B,
            view =>
            {
                looks.Release();
                paused.Wait();
                return Nodes.Take(view);
            },
            CancellationToken.None));
        await looks.WaitAsync();

        var renewal = await holder.RenewAsync(fence, CancellationToken.None);
        paused.Set();

        Assert.True(renewal.Held);
        await Assert.ThrowsAsync<StoreAwayException>(() => attempt);
        Assert.Equal(Nodes.A, (await stage.ReadAsync()).Holder);
    }

    [Fact]
    public async Task Of_many_contenders_at_once_one_takes_a_free_lease()
    {
        await using var stage = await LeaseStage.CreateAsync();
        NodeId[] nodes = [.. Enumerable.Range(1, 8).Select(number => new NodeId($"n{number}", number))];
        var sessions = await Task.WhenAll(nodes.Select(stage.SessionAsync));

        var attempts = await Task.WhenAll(nodes.Zip(sessions, (node, session) => session.TryAsync(
            node, view => view.Holder is null ? Nodes.Take(view) : Nodes.Wait(view), CancellationToken.None)));

        var fence = Assert.Single(attempts, attempt => attempt.Fence is not null).Fence;
        Assert.Equal(1, fence?.Epoch);
    }
}
