using System.Text.Json;
using Muster.Domain.People;
using Muster.Domain.Sources;
using Muster.Domain.Synchronization;
using Npgsql;

namespace Muster.Storage.Synchronization;

/// <summary>What people should know of: refused, ambiguous, or done and worth a look.</summary>
public sealed class IssueStore(Database database)
{
    private const string Columns = """
        id, source_id, kind, object_kind, external_id, agent_id, place, field, reason, missing_kind, missing_id,
        opened_at, settled_at, settled_by, other_agent_id
        """;

    // What is said again stays the same row, with its first date.
    private const string Insert = $"""
        WITH found AS (
            SELECT * FROM jsonb_to_recordset($1) AS r (
                id uuid, source_id uuid, kind text, object_kind text, external_id text, agent_id uuid, place text,
                field text, reason text, missing_kind text, missing_id text, opened_at timestamptz,
                other_agent_id uuid)
        ), again AS (
            UPDATE sync_issue i SET seen_at = clock_timestamp() FROM found r
            WHERE i.source_id = r.source_id AND i.settled_at IS NULL AND i.kind = r.kind AND i.field = r.field
                AND i.reason = r.reason AND i.object_kind IS NOT DISTINCT FROM r.object_kind
                AND i.external_id IS NOT DISTINCT FROM r.external_id AND i.place = r.place
            RETURNING r.id
        )
        INSERT INTO sync_issue ({Columns})
        SELECT id, source_id, kind, object_kind, external_id, agent_id, place, field, reason, missing_kind, missing_id,
            opened_at, NULL, NULL, other_agent_id
        FROM found WHERE id NOT IN (SELECT id FROM again)
        """;

    // What was refused of these objects and is not refused any more. Conflicts and reviews are settled by people.
    private const string Settle = """
        UPDATE sync_issue i SET settled_at = $5, settled_by = 'synchronization'
        WHERE i.source_id = $1 AND i.settled_at IS NULL AND i.kind = 'rejected'
            AND (i.object_kind, i.external_id) IN (SELECT * FROM unnest($2::text[], $3::text[]))
            AND NOT EXISTS (
                SELECT FROM jsonb_to_recordset($4) AS r (object_kind text, external_id text, field text, reason text)
                WHERE r.object_kind = i.object_kind AND r.external_id = i.external_id AND r.field = i.field
                    AND r.reason = i.reason)
        """;

    private const string SettlePlaces = """
        UPDATE sync_issue SET settled_at = clock_timestamp(), settled_by = 'synchronization'
        WHERE source_id = $1 AND settled_at IS NULL AND kind = 'rejected' AND place <> '' AND seen_at < $2
        """;

    private const string SettleOne = """
        UPDATE sync_issue SET settled_at = clock_timestamp(), settled_by = $2
        WHERE id = $1 AND settled_at IS NULL AND kind <> 'rejected'
        """;

    private const string SelectOpen = $"""
        SELECT {Columns} FROM sync_issue
        WHERE settled_at IS NULL AND ($1::uuid IS NULL OR source_id = $1) AND ($2::text IS NULL OR kind = $2)
            AND ($3::uuid IS NULL OR agent_id = $3) AND id > $4
        ORDER BY id LIMIT $5
        """;

    private const string CountOpen =
        "SELECT source_id, count(*) FROM sync_issue WHERE settled_at IS NULL GROUP BY source_id";

    private const string SelectById = $"SELECT {Columns} FROM sync_issue WHERE id = $1";

    private const string SelectWaiting = """
        SELECT DISTINCT object_kind, external_id FROM sync_issue
        WHERE source_id = $1 AND settled_at IS NULL AND object_kind IS NOT NULL
            AND (missing_kind, missing_id) IN (SELECT * FROM unnest($2::text[], $3::text[]))
        """;

    /// <summary>Notes issues that are new; settles what these objects were refused for and are no more.</summary>
    public async Task ReplaceAsync(
        WriteTransaction transaction,
        SourceId source,
        IReadOnlyCollection<(ObjectKind Kind, string ExternalId)> looked,
        IReadOnlyList<SyncIssue> found,
        CancellationToken token)
    {
        var json = Write(found);
        string[] kinds = [.. looked.Select(row => SourceJson.Name(row.Kind))];
        string[] ids = [.. looked.Select(row => row.ExternalId)];
        await transaction.Command(
            Settle, source.Value, kinds, ids, Commands.Json(json), transaction.Context.At).ExecuteAsync(token);
        await AddAsync(transaction, found, token);
    }

    public Task AddAsync(SqlSession session, IReadOnlyList<SyncIssue> found, CancellationToken token) =>
        found.Count == 0
            ? Task.CompletedTask
            : session.Command(Insert, Commands.Json(Write(found))).ExecuteAsync(token);

    /// <summary>Rows of files that were refused before a run, and not again in it.</summary>
    public Task SettlePlacesAsync(
        SqlSession session, SourceId source, DateTimeOffset before, CancellationToken token) =>
        session.Command(SettlePlaces, source.Value, before).ExecuteAsync(token);

    /// <returns>False when it is settled already, or only the source can settle it.</returns>
    public async Task<bool> SettleAsync(WriteTransaction transaction, Guid issue, string by, CancellationToken token) =>
        await transaction.Command(SettleOne, issue, by).ExecuteAsync(token) == 1;

    /// <summary>Open ones, the oldest first.</summary>
    public Task<IReadOnlyList<SyncIssue>> ListAsync(
        IssueFilter filter, Guid after, int limit, CancellationToken token) =>
        database.Command(
            SelectOpen, Commands.Uuid(filter.Source?.Value),
            Commands.Text(filter.Kind is { } kind ? SourceStore.Word(kind) : null),
            Commands.Uuid(filter.Agent?.Value), after, limit).ListAsync(Map, token);

    /// <summary>How many are open, by source.</summary>
    public async Task<IReadOnlyDictionary<Guid, long>> CountOpenAsync(CancellationToken token) =>
        (await database.Command(CountOpen).ListAsync(row => (Id: row.GetGuid(0), Count: row.GetInt64(1)), token))
        .ToDictionary(row => row.Id, row => row.Count);

    public Task<SyncIssue?> FindAsync(Guid issue, CancellationToken token) =>
        database.Command(SelectById, issue).FirstAsync(Map, token);

    /// <summary>Objects that were refused because one of these was missing.</summary>
    public Task<IReadOnlyList<(ObjectKind Kind, string ExternalId)>> FindWaitingAsync(
        SqlSession session,
        SourceId source,
        IReadOnlyCollection<(ObjectKind Kind, string ExternalId)> missing,
        CancellationToken token) =>
        session.Command(
            SelectWaiting,
            source.Value,
            missing.Select(row => SourceJson.Name(row.Kind)).ToArray(),
            missing.Select(row => row.ExternalId).ToArray())
            .ListAsync(row => (SourceJson.Kind(row.GetString(0))!.Value, row.GetString(1)), token);

    private static string Write(IReadOnlyList<SyncIssue> issues) => JsonSerializer.Serialize(
        issues.Select(issue => new
        {
            issue.Id,
            SourceId = issue.Source.Value,
            issue.Kind,
            issue.ObjectKind,
            issue.ExternalId,
            AgentId = issue.Agent?.Value,
            issue.Place,
            issue.Field,
            issue.Reason,
            MissingKind = issue.Missing?.Kind,
            MissingId = issue.Missing?.ExternalId,
            issue.OpenedAt,
            OtherAgentId = issue.Other?.Value,
        }),
        SourceJson.Options);

    private static SyncIssue Map(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        new SourceId(row.GetGuid(1)),
        SourceStore.Read<IssueKind>(row.GetString(2)),
        row.Text(3) is { } kind ? SourceJson.Kind(kind) : null,
        row.Text(4),
        row.Uuid(5) is { } agent ? new AgentId(agent) : null,
        row.GetString(6),
        row.GetString(7),
        row.GetString(8),
        row.Text(9) is { } missing ? (SourceJson.Kind(missing)!.Value, row.GetString(10)) : null,
        row.Time(11),
        row.MaybeTime(12),
        row.Text(13),
        row.Uuid(14) is { } other ? new AgentId(other) : null);
}
