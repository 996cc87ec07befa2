using Muster.Cluster.Streams;
using Npgsql;

namespace Muster.Storage.Streams;

/// <summary>Writes the change log, and keeps its partitions.</summary>
public sealed class ChangeStore(Database database)
{
    // Rows of scopes that are new are made first. The order is that of the lock below: a row that another transaction
    // is making at this moment is waited for too. Asking first spares the identity a number for every commit.
    private const string AddScopes = """
        INSERT INTO scope (name)
        SELECT n.name FROM unnest($1::text[]) AS n (name)
        WHERE NOT EXISTS (SELECT FROM scope s WHERE s.name = n.name)
        ORDER BY n.name COLLATE "C"
        ON CONFLICT DO NOTHING
        """;

    // FOR NO KEY UPDATE, which the update takes as well: everybody who moves several scopes locks them in one order, by
    // the bytes of their names, so that no two wait for each other.
    private const string LockScopes = """
        SELECT 1 FROM scope WHERE name = ANY ($1) ORDER BY name FOR NO KEY UPDATE
        """;

    // A statement of its own after the lock: its snapshot holds what the last holder of the lock has committed. The row
    // locks last until the commit, so seq is gapless and in the order of commits.
    private const string Write = """
        WITH counted AS (
            UPDATE scope s SET version = s.version + n.count
            FROM unnest($1::text[], $2::bigint[]) AS n (name, count)
            WHERE s.name = n.name
            RETURNING s.id, s.name, s.version
        ), written AS (
            INSERT INTO change (scope, seq, entity, entity_id, entity_version, operation, payload, origin)
            SELECT c.id, c.version - r.behind, r.entity, r.entity_id, r.entity_version, r.operation, r.payload, $10
            FROM unnest($3::text[], $4::bigint[], $5::text[], $6::text[], $7::bigint[], $8::text[], $9::text[])
                AS r (scope, behind, entity, entity_id, entity_version, operation, payload)
            JOIN counted c ON c.name = r.scope
        )
        SELECT c.name, t.timeline, c.version,
            CASE WHEN $11 THEN pg_notify('muster_scope', format('%s %s %s', c.name, t.timeline, c.version))::text END
        FROM counted c, (SELECT timeline() AS timeline) t
        """;

    private const string Keep = "SELECT keep_change_partitions()";

    private const string Listen = "LISTEN muster_scope; LISTEN muster_lease";

    /// <summary>
    /// Makes the partitions of the next weeks, and drops those that ended more than 30 days ago. Called at least once
    /// a week; if it was not, nothing fails.
    /// </summary>
    /// <returns>How many it made and dropped.</returns>
    public Task<int> KeepPartitionsAsync(CancellationToken token) => StoreAway.GuardAsync(
        "keep the change log's partitions",
        async stop =>
        {
            await using var command = database.Command(Keep);
            return (int)(await command.ExecuteScalarAsync(stop))!;
        },
        token);

    internal static async Task<IReadOnlyList<CommittedScope>> WriteAsync(
        WriteTransaction transaction, RecordedChanges recorded, string origin, bool notify, CancellationToken token)
    {
        var (scopes, all) = (recorded.Scopes, recorded.All);
        return await transaction.Batch()
            .Then(AddScopes, Commands.Texts(scopes))
            .Then(LockScopes, Commands.Texts(scopes))
            .Then(
                Write,
                Commands.Texts(scopes),
                recorded.Counts,
                Commands.Texts(all.Select(row => row.Scope)),
                all.Select(row => row.Behind).ToArray(),
                Commands.Texts(all.Select(row => row.Change.Entity)),
                Commands.Texts(all.Select(row => row.Change.Id)),
                all.Select(row => row.Change.EntityVersion).ToArray(),
                Commands.Texts(all.Select(row => Text(row.Change.Operation))),
                Commands.Texts(all.Select(row => row.Change.Payload)),
                origin,
                notify)
            .ListAsync(1, row => Map(row, recorded), token);
    }

    internal static Task ListenAsync(NpgsqlConnection connection, CancellationToken token) =>
        new NpgsqlCommand(Listen, connection).ExecuteAsync(token);

    internal static ChangeOperation Operation(string text) =>
        text == "delete" ? ChangeOperation.Delete : ChangeOperation.Put;

    private static string Text(ChangeOperation operation) => operation switch
    {
        ChangeOperation.Delete => "delete",
        _ => "put",
    };

    private static CommittedScope Map(NpgsqlDataReader row, RecordedChanges recorded)
    {
        var scope = row.GetString(0);
        return new CommittedScope(
            new ScopeName(scope),
            new ScopeDelta(new ScopePosition(row.GetInt32(1), row.GetInt64(2)), recorded.Of(scope)));
    }
}
