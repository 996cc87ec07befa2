using System.Text;
using Npgsql;

namespace Muster.Testing;

/// <summary>
/// The schemas as text, from PostgreSQL's catalogue: what schema.sql holds. Partitions are like their parents, and
/// their names carry the date, so they are left out.
/// </summary>
public static class SchemaDump
{
    private const string Columns = """
        SELECT format('%s.%I %s%s%s%s', c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod),
            CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END,
            CASE WHEN a.attidentity <> '' THEN ' IDENTITY' ELSE '' END,
            coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), ''))
        FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p')
        LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
        WHERE c.relnamespace = ANY ('{muster,directory}'::regnamespace[])
            AND a.attnum > 0 AND NOT a.attisdropped
            AND NOT c.relispartition
        ORDER BY c.relname, a.attnum
        """;

    private const string Constraints = """
        SELECT format('%s.%I %s', c.oid::regclass, k.conname, pg_get_constraintdef(k.oid))
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
        WHERE k.connamespace = ANY ('{muster,directory}'::regnamespace[])
            AND k.contype <> 'n' AND NOT c.relispartition ORDER BY 1
        """;

    private const string Indexes = """
        SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
        WHERE c.relnamespace = ANY ('{muster,directory}'::regnamespace[])
            AND NOT c.relispartition ORDER BY 1
        """;

    private const string Triggers = """
        SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE c.relnamespace = ANY ('{muster,directory}'::regnamespace[])
            AND NOT t.tgisinternal ORDER BY 1
        """;

    private const string Functions = """
        SELECT pg_get_functiondef(oid) FROM pg_proc
        WHERE pronamespace = ANY ('{muster,directory}'::regnamespace[]) ORDER BY 1
        """;

    public static async Task<string> ReadAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var text = new StringBuilder(
            "-- The schema after all migrations, as PostgreSQL describes it. "
            + "Made by a test (MUSTER_ACCEPT=1); do not edit.\n");
        foreach (var (title, sql) in new[]
        {
            ("columns", Columns), ("constraints", Constraints), ("indexes", Indexes), ("triggers", Triggers),
            ("functions", Functions),
        })
        {
            text.Append($"\n-- {title}\n");
            await using var command = source.CreateCommand(sql);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                text.Append(reader.GetString(0)).Append('\n');
            }
        }

        return text.ToString();
    }
}
