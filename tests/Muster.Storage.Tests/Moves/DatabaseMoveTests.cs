using Muster.Storage.Moves;
using Muster.Testing;

namespace Muster.Storage.Tests.Moves;

public sealed class DatabaseMoveTests
{
    private const string User = """
        INSERT INTO muster.user_account (id, user_name, display_name, password_hash, must_change_password, created_at)
        VALUES (gen_random_uuid(), 'ada', 'Ada', 'x', false, now());
        """;

    // Of two tables the one that refers is named first; a week long past has a partition, which no new database has.
    private const string Rows = User + """
        INSERT INTO muster.preference (user_id, page, value)
        SELECT id, 'people', '{"a": [1, "ä"]}' FROM muster.user_account;
        INSERT INTO muster.audit (at, actor_kind, actor_name, action, entity, entity_id, request_id)
        SELECT now(), 'system', 'test', 'made', 'thing', n::text, 'r' FROM generate_series(1, 1000) n;
        CREATE TABLE muster.change_20200106 PARTITION OF muster.change
            FOR VALUES FROM ('2020-01-06 00:00:00+00') TO ('2020-01-13 00:00:00+00');
        INSERT INTO muster.change (scope, seq, at, entity, entity_id, entity_version, operation, origin)
        VALUES (1, 1, '2020-01-07 00:00:00+00', 'thing', '1', 1, 'put', 'a'),
            (1, 2, now(), 'thing', '1', 2, 'put', 'a');
        """;

    private const string Content = """
        SELECT string_agg(c.relname || ' ' || query_to_xml(
            format('SELECT md5(string_agg(t::text, '','' ORDER BY t::text)) FROM %I.%I t', n.nspname, c.relname),
            false, true, '')::text, E'\n' ORDER BY c.oid::regclass::text)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ('muster', 'directory') AND c.relkind = 'r' AND c.relname <> 'migration'
        """;

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_row_arrives_in_its_partition_and_every_sequence_goes_on()
    {
        await using var from = await TestDatabase.CreateAsync();
        await using var to = await TestDatabase.CreateAsync();
        await from.ScalarAsync(Rows);

        var tables = await MoveAsync(from, to);

        Assert.InRange(tables, 40, int.MaxValue);
        Assert.Equal(await from.ScalarAsync(Content), await to.ScalarAsync(Content));
        Assert.Equal(1L, await to.ScalarAsync("SELECT count(*) FROM muster.change_20200106"));
        Assert.Equal(1001L, await to.ScalarAsync("""
            INSERT INTO muster.audit (at, actor_kind, actor_name, action, entity, entity_id, request_id)
            VALUES (now(), 'system', 'test', 'made', 'thing', '1', 'r') RETURNING id
            """));
    }

    [Fact]
    public async Task A_database_that_somebody_works_with_is_refused_and_stays_as_it_is()
    {
        await using var from = await TestDatabase.CreateAsync();
        await using var to = await TestDatabase.CreateAsync();
        await to.ScalarAsync(User);
        var before = await to.ScalarAsync(Content);

        var refused = await Assert.ThrowsAsync<StorageException>(() => MoveAsync(from, to));

        Assert.Contains("has data of Muster already", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await to.ScalarAsync(Content));
    }

    [Fact]
    public async Task A_move_that_fails_leaves_the_new_database_as_it_was()
    {
        await using var from = await TestDatabase.CreateAsync();
        await using var to = await TestDatabase.CreateAsync();
        await from.ScalarAsync(Rows);
        await to.ScalarAsync("ALTER TABLE muster.preference ADD CHECK (page <> 'people')");
        var before = await to.ScalarAsync(Content);

        var failed = await Assert.ThrowsAsync<StorageException>(() => MoveAsync(from, to));

        Assert.Contains("preference_page_check", failed.Message, StringComparison.Ordinal);
        Assert.Equal(before, await to.ScalarAsync(Content));
    }

    private static async Task<int> MoveAsync(TestDatabase from, TestDatabase to)
    {
        await using var source = from.Open();
        await using var target = to.Open();
        return await DatabaseMove.RunAsync(source, target, Token);
    }
}
