using Muster.Cluster;
using Muster.Cluster.Streams;
using Muster.Storage.Streams;
using Muster.Testing;
using Npgsql;

namespace Muster.Storage.Tests.Streams;

public sealed class ChangeStoreTests
{
    private const string CountPartitions = "SELECT count(*) FROM pg_inherits WHERE inhparent = 'change'::regclass";

    private const string DropThisWeek = """
        DO $$ BEGIN
            EXECUTE format('DROP TABLE %I', 'change_'
                || to_char(date_trunc('week', clock_timestamp() AT TIME ZONE 'UTC'), 'YYYYMMDD'));
        END $$
        """;

    private const string AddOldRows = """
        INSERT INTO change (scope, seq, at, entity, entity_id, entity_version, operation, origin)
        SELECT 0, n, clock_timestamp() - n * interval '1 day', 'agent', '1', 1, 'put', 'test'
        FROM generate_series(0, 60) n
        """;

    private static readonly ScopeName Agents = ScopeName.Of("agents");

    [Fact]
    public async Task The_migration_makes_three_weeks_and_upkeep_finds_nothing_to_do()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();

        Assert.Equal(4L, await made.ScalarAsync(CountPartitions));
        Assert.Equal(0, await new ChangeStore(database).KeepPartitionsAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Rows_that_found_no_partition_are_moved_into_one()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        await made.ScalarAsync(DropThisWeek);
        await Writes.FillAsync(database, Agents, 3);
        Assert.Equal(3L, await made.ScalarAsync("SELECT count(*) FROM change_default"));

        Assert.Equal(1, await new ChangeStore(database).KeepPartitionsAsync(CancellationToken.None));

        Assert.Equal(0L, await made.ScalarAsync("SELECT count(*) FROM change_default"));
        var delta = await new ScopeStore(database).ReadChangesAsync(
            Agents, new ScopePosition(1, 0), CancellationToken.None);
        Assert.Equal(3, delta?.Changes.Count);
    }

    [Fact]
    public async Task Weeks_that_ended_more_than_thirty_days_ago_are_dropped_and_no_younger_row_is_lost()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        await made.ScalarAsync(
            "CREATE TABLE change_20200106 PARTITION OF change FOR VALUES FROM ('2020-01-06Z') TO ('2020-01-13Z')");
        await made.ScalarAsync(AddOldRows);

        await new ChangeStore(database).KeepPartitionsAsync(CancellationToken.None);

        Assert.Equal(true, await made.ScalarAsync("SELECT to_regclass('change_20200106') IS NULL"));
        Assert.Equal(0L, await made.ScalarAsync("SELECT count(*) FROM change_default"));
        // A row goes with its week, so it lives for 30 to 37 days.
        Assert.InRange((long)(await made.ScalarAsync("SELECT max(seq) FROM change"))!, 30, 37);
        Assert.Equal(true, await made.ScalarAsync("SELECT count(*) = max(seq) + 1 FROM change"));
    }

    [Fact]
    public async Task Upkeep_on_several_nodes_and_writers_do_not_get_in_each_others_way()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        await made.ScalarAsync(DropThisWeek);
        var store = new ChangeStore(database);

        await Writes.FillAsync(database, Agents, 1);
        var kept = await Task.WhenAll(
            Task.Run(() => store.KeepPartitionsAsync(CancellationToken.None)),
            Task.Run(() => store.KeepPartitionsAsync(CancellationToken.None)),
            Task.Run(() => FillAsync(database)),
            Task.Run(() => FillAsync(database)));

        Assert.Equal(1, kept.Sum());
        var delta = await new ScopeStore(database).ReadChangesAsync(
            Agents, new ScopePosition(1, 0), CancellationToken.None);
        Assert.Equal(61, delta?.Changes.Count);
    }

    [Fact]
    public async Task Upkeep_that_must_wait_for_a_long_reader_gives_up_soon()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        await made.ScalarAsync(DropThisWeek);
        await using var reader = new NpgsqlConnection(made.ConnectionString);
        await reader.OpenAsync();
        await using var reading = await reader.BeginTransactionAsync();
        await using var read = new NpgsqlCommand("SELECT count(*) FROM change", reader);
        await read.ExecuteScalarAsync();

        await Assert.ThrowsAsync<StoreAwayException>(
            () => new ChangeStore(database).KeepPartitionsAsync(CancellationToken.None));
    }

    private static async Task<int> FillAsync(Database database)
    {
        await Writes.FillAsync(database, Agents, 30);
        return 0;
    }
}
