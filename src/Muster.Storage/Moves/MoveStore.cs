using Npgsql;

namespace Muster.Storage.Moves;

/// <summary>One of the two databases of a move, in a transaction.</summary>
internal sealed class MoveStore(NpgsqlConnection connection)
{
    // Named long jobs: they take as long as there are rows.
    private const int LongJobSeconds = 3_600;

    // One side waits while the other is busy; nobody else works on either.
    private const string Unhurried = """
        SELECT set_config(name, '0', true)
        FROM unnest(ARRAY['idle_in_transaction_session_timeout', 'tcp_user_timeout']) name
        """;

    private const string ReadUse = "SELECT count(*) FROM user_account";

    // Partitions are made before their rows come; those that this version makes by itself are there already.
    private const string ReadPartitions = """
        SELECT format('CREATE TABLE IF NOT EXISTS %s PARTITION OF %s %s',
            i.inhrelid::regclass, i.inhparent::regclass, pg_get_expr(c.relpartbound, c.oid))
        FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE c.relispartition AND c.relkind = 'r'
            AND c.relnamespace IN ('muster'::regnamespace, 'directory'::regnamespace)
        ORDER BY i.inhrelid::regclass::text
        """;

    // A table comes after those that it refers to. The ledger of migrations is the target's own.
    private const string ReadTables = """
        WITH RECURSIVE own AS (
            SELECT c.oid FROM pg_class c
            WHERE c.relnamespace IN ('muster'::regnamespace, 'directory'::regnamespace)
                AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.oid <> 'migration'::regclass),
        deep AS (
            SELECT oid, 0 AS depth FROM own
            UNION SELECT f.conrelid, d.depth + 1
            FROM deep d JOIN pg_constraint f ON f.confrelid = d.oid AND f.contype = 'f' AND f.conrelid <> f.confrelid)
        SELECT t.name, format('COPY (SELECT %s FROM %s) TO STDOUT (FORMAT binary)', t.columns, t.name),
            format('COPY %s (%s) FROM STDIN (FORMAT binary)', t.name, t.columns)
        FROM (
            SELECT d.oid, max(d.depth) AS depth, format('%s.%I', c.relnamespace::regnamespace, c.relname) AS name,
                (SELECT string_agg(format('%I', a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
                WHERE a.attrelid = d.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns
            FROM deep d JOIN own o USING (oid) JOIN pg_class c USING (oid) GROUP BY d.oid, c.relnamespace, c.relname) t
        ORDER BY t.depth, t.name
        """;

    // What the migrations put in comes with the rows, too. The audit trail cannot be emptied, and is empty.
    private const string ReadEmptying = """
        SELECT 'TRUNCATE ' || string_agg(c.oid::regclass::text, ', ') FROM pg_class c
        WHERE c.relnamespace IN ('muster'::regnamespace, 'directory'::regnamespace)
            AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname NOT IN ('migration', 'audit')
        """;

    private const string ReadSequences = """
        SELECT format('SELECT setval(%L, %s)', format('%I.%I', schemaname, sequencename), last_value)
        FROM pg_sequences WHERE schemaname IN ('muster', 'directory') AND last_value IS NOT NULL
        """;

    public Task UnhurryAsync(CancellationToken token) => ExecuteAsync(Unhurried, token);

    /// <summary>Whether a node has been started on it, or a move has come to its end.</summary>
    public async Task<bool> IsInUseAsync(CancellationToken token) =>
        (await ListAsync(ReadUse, row => row.GetInt64(0), token))[0] > 0;

    public Task<IReadOnlyList<string>> ListPartitionsAsync(CancellationToken token) =>
        TextsAsync(ReadPartitions, token);

    public Task<IReadOnlyList<MovedTable>> ListTablesAsync(CancellationToken token) => ListAsync(
        ReadTables, row => new MovedTable(row.GetString(0), row.GetString(1), row.GetString(2)), token);

    public Task<IReadOnlyList<string>> ListSequencesAsync(CancellationToken token) =>
        TextsAsync(ReadSequences, token);

    public async Task EmptyAsync(CancellationToken token) =>
        await ExecuteAsync((await TextsAsync(ReadEmptying, token))[0], token);

    public async Task ExecuteAsync(string sql, CancellationToken token) => await Long(sql).ExecuteAsync(token);

    public async Task WriteToAsync(MoveStore target, MovedTable table, CancellationToken token)
    {
        await using var rows = await connection.BeginRawBinaryCopyAsync(table.Read, token);
        await using var into = await target.OpenAsync(table.Write, token);
        rows.ReadTimeout = into.WriteTimeout = LongJobSeconds * 1000;
        await rows.CopyToAsync(into, token);
    }

    private Task<NpgsqlRawCopyStream> OpenAsync(string sql, CancellationToken token) =>
        connection.BeginRawBinaryCopyAsync(sql, token);

    private Task<IReadOnlyList<string>> TextsAsync(string sql, CancellationToken token) =>
        ListAsync(sql, row => row.GetString(0), token);

    private Task<IReadOnlyList<T>> ListAsync<T>(string sql, Func<NpgsqlDataReader, T> map, CancellationToken token) =>
        Long(sql).ListAsync(map, token);

    private NpgsqlCommand Long(string sql) => new(sql, connection) { CommandTimeout = LongJobSeconds };
}
