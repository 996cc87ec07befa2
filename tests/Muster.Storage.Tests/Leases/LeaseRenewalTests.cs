using Muster.Cluster;
using Muster.Cluster.Leases;
using Muster.Storage.Tests.Streams;

namespace Muster.Storage.Tests.Leases;

public sealed class LeaseRenewalTests
{
    [Fact]
    public async Task A_lease_that_was_taken_lives_for_two_seconds_by_the_databases_clock()
    {
        await using var stage = await LeaseStage.CreateAsync();
        var (_, fence) = await stage.HolderAsync(Nodes.A);

        var state = await stage.ReadAsync();

        Assert.Equal(new Fence(Nodes.Lease, 1, 1), fence);
        Assert.Equal(fence, state.Fence);
        Assert.Equal(Nodes.A, state.Holder);
        Assert.InRange(state.Remaining, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(2));
        Assert.Equal("The test takes it.", state.TakenBecause);
    }

    [Fact]
    public async Task A_renewal_extends_the_life_and_is_seen_by_others()
    {
        await using var stage = await LeaseStage.CreateAsync();
        var (holder, fence) = await stage.HolderAsync(Nodes.A);
        var watcher = await stage.SessionAsync(Nodes.B);
        await stage.Made.ScalarAsync("UPDATE lease SET expires_at = clock_timestamp() + interval '1 second'");
        var before = await LeaseStage.LookAsync(watcher, Nodes.B);

        Assert.Equal(new LeaseRenewal(true, null), await holder.RenewAsync(fence, CancellationToken.None));

        var after = await LeaseStage.LookAsync(watcher, Nodes.B);
        Assert.Equal(before.Renewal + 1, after.Renewal);
        Assert.True(after.Remaining > before.Remaining);
        Assert.False(after.HolderIsGone);
    }

    [Fact]
    public async Task Renewal_after_expiry_does_not_revive_the_lease()
    {
        await using var stage = await LeaseStage.CreateAsync();
        var (holder, fence) = await stage.HolderAsync(Nodes.A);
        await stage.ExpireAsync();

        Assert.False((await holder.RenewAsync(fence, CancellationToken.None)).Held);

        var state = await stage.ReadAsync();
        Assert.Null(state.Holder);
        Assert.True(state.Remaining <= TimeSpan.Zero);
    }

    [Fact]
    public async Task A_session_that_was_opened_anew_goes_on_with_the_tenure()
    {
        await using var stage = await LeaseStage.CreateAsync();
        var (first, fence) = await stage.HolderAsync(Nodes.A);
        await first.DisposeAsync();
        var second = await stage.SessionAsync(Nodes.A);

        Assert.True((await second.RenewAsync(fence, CancellationToken.None)).Held);

        // Whoever obtained the lock before this session did must not think that the holder is gone.
        Assert.Equal(false, await stage.Made.ScalarAsync("SELECT detector FROM lease"));
        Assert.True((await second.RenewAsync(fence, CancellationToken.None)).Held);
        Assert.Equal(true, await stage.Made.ScalarAsync("SELECT detector FROM lease"));
    }

    [Fact]
    public async Task The_token_of_an_earlier_tenure_neither_renews_nor_releases()
    {
        await using var stage = await LeaseStage.CreateAsync();
        var (first, old) = await stage.HolderAsync(Nodes.A);
        await stage.ExpireAsync();
        await LeaseStage.TakeAsync(first, Nodes.A);
        var again = await LeaseStage.TakeAsync(first, Nodes.A);

        Assert.False((await first.RenewAsync(old, CancellationToken.None)).Held);
        await first.ReleaseAsync(old, CancellationToken.None);

        Assert.Equal(3, again.Epoch);
        Assert.Equal(Nodes.A, (await stage.ReadAsync()).Holder);
    }

    [Fact]
    public async Task A_renewal_that_waits_for_a_takeover_does_not_renew_the_new_tenure()
    {
        await using var stage = await LeaseStage.CreateAsync();
        var (holder, old) = await stage.HolderAsync(Nodes.A);
        var work = await stage.Open("a").BeginFencedAsync(Writes.Context, old, CancellationToken.None);
        var next = await stage.SessionAsync(Nodes.B);
        var takeover = LeaseStage.TakeAsync(next, Nodes.B);
        await stage.UntilBlockedAsync(Nodes.B);

        // It waits for the row that the taker has locked, while the taker waits for the work under the old fence.
        var renewal = holder.RenewAsync(old, CancellationToken.None);
        await stage.UntilBlockedAsync(Nodes.A);
        await work.DisposeAsync();

        Assert.False((await renewal).Held);
        Assert.Equal(old.Epoch + 1, (await takeover).Epoch);
    }

    [Fact]
    public async Task A_tenure_of_another_timeline_of_the_database_is_over()
    {
        await using var stage = await LeaseStage.CreateAsync();
        var (holder, fence) = await stage.HolderAsync(Nodes.A);
        await stage.Made.ScalarAsync("UPDATE fence SET timeline = 7");

        Assert.False((await holder.RenewAsync(fence with { Timeline = 7 }, CancellationToken.None)).Held);
        Assert.Equal(new Fence(Nodes.Lease, 1, 2), await LeaseStage.TakeAsync(holder, Nodes.A));
    }

    [Fact]
    public async Task A_renewal_that_is_stopped_under_way_leaves_the_session_usable()
    {
        await using var stage = await LeaseStage.CreateAsync();
        var (holder, fence) = await stage.HolderAsync(Nodes.A);
        await using var connection = await stage.ConnectAsync();
        await using var locking = await connection.BeginTransactionAsync();
        await using var locked = new Npgsql.NpgsqlCommand("SELECT 1 FROM lease FOR UPDATE", connection);
        await locked.ExecuteScalarAsync();
        using var stop = new CancellationTokenSource();
        var renewal = holder.RenewAsync(fence, stop.Token);
        await stage.UntilBlockedAsync(Nodes.A);

        await stop.CancelAsync();
        await locking.RollbackAsync();

        Assert.True((await renewal).Held);
        await holder.ReleaseAsync(fence, CancellationToken.None);
        Assert.Null((await stage.ReadAsync()).Holder);
    }

    [Fact]
    public async Task A_database_that_is_taken_away_is_said_to_be_away()
    {
        await using var stage = await LeaseStage.CreateAsync();
        var (holder, fence) = await stage.HolderAsync(Nodes.A);
        var store = new Muster.Storage.Leases.LeaseStore(stage.Open("a"));
        await store.ReadAsync(CancellationToken.None);
        await stage.Made.TakeAwayAsync();

        Func<Task>[] calls =
        [
            () => holder.RenewAsync(fence, CancellationToken.None),
            () => holder.RenewAsync(fence, CancellationToken.None),
            () => holder.TryAsync(Nodes.A, Nodes.Take, CancellationToken.None),
            () => holder.ReleaseAsync(fence, CancellationToken.None),
            () => holder.WaitForHolderAsync(TimeSpan.FromSeconds(1), CancellationToken.None),
            () => store.OpenAsync(Nodes.Lease, CancellationToken.None),
            () => store.ReadAsync(CancellationToken.None),
            () => store.AskHandoverAsync(Nodes.Lease, "b", CancellationToken.None),
        ];

        foreach (var call in calls)
        {
            await Assert.ThrowsAsync<StoreAwayException>(call);
        }
    }
}
