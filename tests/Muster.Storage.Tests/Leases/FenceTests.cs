using Muster.Cluster.Leases;
using Muster.Cluster.Streams;
using Muster.Storage.Tests.Streams;
using Npgsql;

namespace Muster.Storage.Tests.Leases;

public sealed class FenceTests
{
    private const string Hold = "SELECT 1 FROM fence WHERE name = 'aggregator:3' AND epoch = 1 ";

    private static readonly ScopeName Agents = ScopeName.Of("agents");

    [Fact]
    public async Task A_takeover_waits_for_fenced_work_under_way_and_then_refuses_the_old_token()
    {
        await using var stage = await LeaseStage.CreateAsync();
        var (_, old) = await stage.HolderAsync(Nodes.A);
        var database = stage.Open("a");
        await using var work = await database.BeginFencedAsync(Writes.Context, old, CancellationToken.None);

        var takeover = LeaseStage.TakeAsync(await stage.SessionAsync(Nodes.B), Nodes.B);
        await stage.UntilBlockedAsync(Nodes.B);
        Assert.Equal(1L, await stage.Made.ScalarAsync("SELECT epoch FROM fence"));
        work.Record(Agents, Writes.Put("1"));
        await work.CommitAsync(CancellationToken.None);

        var fence = await takeover;
        Assert.Equal(1L, await stage.Made.ScalarAsync("SELECT count(*) FROM change"));
        var refused = await Assert.ThrowsAsync<FenceLostException>(
            () => database.BeginFencedAsync(Writes.Context, old, CancellationToken.None));
        Assert.Equal(old, refused.Fence);
        await using var allowed = await database.BeginFencedAsync(Writes.Context, fence, CancellationToken.None);
    }

    [Fact]
    public async Task Work_that_begins_while_a_takeover_is_under_way_is_refused_by_it()
    {
        await using var stage = await LeaseStage.CreateAsync();
        var (_, old) = await stage.HolderAsync(Nodes.A);
        var taker = await stage.ConnectAsync();
        await using var taking = await taker.BeginTransactionAsync();
        await using var raise = new NpgsqlCommand("UPDATE fence SET epoch = epoch + 1", taker);
        await raise.ExecuteNonQueryAsync();

        var work = stage.Open("late").BeginFencedAsync(Writes.Context, old, CancellationToken.None);
        await stage.Made.UntilAsync(
            "SELECT count(*) = 1 FROM pg_stat_activity WHERE datname = current_database() "
            + "AND application_name = 'late' AND wait_event_type = 'Lock'");
        await taking.CommitAsync();

        await Assert.ThrowsAsync<FenceLostException>(() => work);
    }

    [Fact]
    public async Task Two_who_work_under_the_same_lease_do_not_wait_for_each_other_nor_for_renewals()
    {
        await using var stage = await LeaseStage.CreateAsync();
        var (holder, fence) = await stage.HolderAsync(Nodes.A);
        var database = stage.Open("a");

        await using var one = await database.BeginFencedAsync(Writes.Context, fence, CancellationToken.None);
        await using var two = await database.BeginFencedAsync(Writes.Context, fence, CancellationToken.None);

        Assert.True((await holder.RenewAsync(fence, CancellationToken.None)).Held);
    }

    [Fact]
    public async Task Fenced_work_left_idle_is_ended_by_the_server_so_that_the_takeover_goes_on()
    {
        await using var stage = await LeaseStage.CreateAsync();
        var (_, old) = await stage.HolderAsync(Nodes.A);
        await using var idle = await stage.Open("a").BeginFencedAsync(Writes.Context, old, CancellationToken.None);
        var since = TimeProvider.System.GetTimestamp();

        await LeaseStage.TakeAsync(await stage.SessionAsync(Nodes.B), Nodes.B);

        Assert.InRange(TimeProvider.System.GetElapsedTime(since).TotalSeconds, 0.5, 3);
        idle.Record(Agents, Writes.Put("1"));
        var late = await Record.ExceptionAsync(() => idle.CommitAsync(CancellationToken.None));
        Assert.True(StorageTrouble.IsPassing(late!), late?.ToString());
        Assert.Equal(0L, await stage.Made.ScalarAsync("SELECT count(*) FROM change"));
    }

    [Fact]
    public async Task The_limits_of_fenced_work_end_with_it()
    {
        await using var stage = await LeaseStage.CreateAsync();
        var (_, fence) = await stage.HolderAsync(Nodes.A);
        await using var database = Database.Open(
            new DatabaseSettings(stage.Made.ConnectionString, "one", TimeSpan.FromSeconds(5), MaxConnections: 1));
        const string Limits = """
            SELECT name, setting FROM pg_settings
            WHERE name IN ('idle_in_transaction_session_timeout', 'transaction_timeout', 'statement_timeout')
            ORDER BY name
            """;
        var before = await ReadAsync(database);

        await using (var work = await database.BeginFencedAsync(Writes.Context, fence, CancellationToken.None))
        {
            var during = await ReadAsync(work);
            Assert.Contains("idle_in_transaction_session_timeout=1000", during);
            Assert.Contains(during, limit => limit is "transaction_timeout=5000" or "statement_timeout=5000");
            await work.CommitAsync(CancellationToken.None);
        }

        Assert.Equal(before, await ReadAsync(database));

        static Task<IReadOnlyList<string>> ReadAsync(SqlSession session) => session.Command(Limits).ListAsync(
            row => $"{row.GetString(0)}={row.GetString(1)}", CancellationToken.None);
    }

    // Why the fence is held FOR SHARE. If this test fails, PostgreSQL's row locks have changed.
    [Fact]
    public async Task With_a_key_share_lock_an_old_holder_would_commit_after_the_takeover()
    {
        await using var stage = await LeaseStage.CreateAsync();
        await stage.HolderAsync(Nodes.A);
        var old = await stage.ConnectAsync();
        await using var work = await old.BeginTransactionAsync();
        await ExecuteAsync(old, Hold + "FOR KEY SHARE");

        var fence = await LeaseStage.TakeAsync(await stage.SessionAsync(Nodes.B), Nodes.B);
        await ExecuteAsync(old, "INSERT INTO scope (name) VALUES ('written by the old holder')");
        await work.CommitAsync();

        Assert.Equal(2, fence.Epoch);
        Assert.Equal(1L, await stage.Made.ScalarAsync("SELECT count(*) FROM scope"));
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
