using Muster.Cluster.Streams;
using Npgsql;

namespace Muster.Storage.Streams;

/// <summary>Reads versions and changes of scopes.</summary>
/// <param name="session">A node follows over <see cref="Database.Vital"/>; who only looks asks as requests do.</param>
public sealed class ScopeStore(SqlSession session) : IScopeStore
{
    // Not the short limit of a beat: thousands of rows may have to come.
    private const int PullSeconds = 5;

    private const string SelectVersions = """
        SELECT t.timeline, s.name, s.version FROM (SELECT timeline() AS timeline) t LEFT JOIN scope s ON true
        """;

    // One statement, so one snapshot: the rows and the version belong together. The first row is there even if there is
    // no change. The scope's id comes from a subquery, so that it is known before a partition is looked into.
    private const string SelectChanges = """
        SELECT t.timeline, coalesce(s.version, 0), c.seq, c.entity, c.entity_id, c.entity_version, c.operation,
            c.payload
        FROM (SELECT timeline() AS timeline) t
        LEFT JOIN scope s ON s.name = $1
        LEFT JOIN change c
            ON c.scope = (SELECT id FROM scope WHERE name = $1) AND c.seq > $2 AND t.timeline = $3
        ORDER BY c.seq
        """;

    public Task<ScopeVersions> ReadVersionsAsync(CancellationToken token) => StoreAway.GuardAsync(
        "read the versions of the scopes",
        async stop =>
        {
            var rows = await session.Command(SelectVersions).ListAsync(
                row => (Timeline: row.GetInt32(0), Name: row.Text(1), Version: row.IsDBNull(2) ? 0 : row.GetInt64(2)),
                stop);
            return new ScopeVersions(
                rows[0].Timeline,
                rows.Where(row => row.Name is not null)
                    .ToDictionary(row => new ScopeName(row.Name!), row => row.Version));
        },
        token);

    public Task<ScopeDelta?> ReadChangesAsync(ScopeName scope, ScopePosition after, CancellationToken token) =>
        StoreAway.GuardAsync(
            $"read the changes of {scope}",
            async stop =>
            {
                var pull = session.Command(SelectChanges, scope.Value, after.Version, after.Timeline);
                pull.CommandTimeout = PullSeconds;
                return Delta(after, await pull.ListAsync(Map, stop));
            },
            token);

    /// <summary>Null unless the rows lead from one position to the other without a gap.</summary>
    private static ScopeDelta? Delta(
        ScopePosition after, IReadOnlyList<(ScopePosition Now, long Seq, Change? Change)> rows)
    {
        var now = rows[0].Now;
        var changes = rows.Where(row => row.Change is not null).ToList();
        var isWhole = now.Timeline == after.Timeline
            && now.Version == after.Version + changes.Count
            && changes.Select((row, index) => row.Seq - index).All(first => first == after.Version + 1);
        return isWhole ? new ScopeDelta(now, [.. changes.Select(row => row.Change!)]) : null;
    }

    private static (ScopePosition Now, long Seq, Change? Change) Map(NpgsqlDataReader row)
    {
        var now = new ScopePosition(row.GetInt32(0), row.GetInt64(1));
        return row.IsDBNull(2)
            ? (now, 0, null)
            : (now, row.GetInt64(2), new Change(
                row.GetString(3), row.GetString(4), row.GetInt64(5), ChangeStore.Operation(row.GetString(6)),
                row.Text(7)));
    }
}
