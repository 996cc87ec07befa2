using Muster.Domain.Schedules;
using Npgsql;

namespace Muster.Storage.Schedules;

/// <summary>What was done to drafts, so that it can be undone.</summary>
public sealed class DraftEditStore(Database database)
{
    private const string Columns = "version, author, author_id, at, sentence, before::text, undone_by";

    private const string Insert = """
        INSERT INTO draft_edit (draft_id, version, author, author_id, at, sentence, before)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """;

    private const string SelectOf = $"""
        SELECT {Columns} FROM draft_edit WHERE draft_id = $1 AND version < $2 ORDER BY version DESC LIMIT $3
        """;

    private const string SelectOne = $"SELECT {Columns} FROM draft_edit WHERE draft_id = $1 AND version = $2";

    // It was not taken back; what took something back is not taken back itself.
    private const string Stands = """
        e.undone_by IS NULL AND NOT EXISTS (SELECT FROM draft_edit o WHERE o.draft_id = $1 AND o.undone_by = e.version)
        """;

    private const string SelectLastOf = $"""
        SELECT {Columns} FROM draft_edit e WHERE draft_id = $1 AND author_id = $2 AND {Stands}
        ORDER BY version DESC LIMIT 1
        """;

    private const string SelectLater = $"""
        SELECT {Columns} FROM draft_edit e WHERE draft_id = $1 AND version > $2 AND {Stands}
            AND EXISTS (
                SELECT FROM jsonb_array_elements(e.before) b, jsonb_array_elements($3::jsonb) k
                WHERE b -> 'agent' = k -> 'agent' AND b -> 'day' = k -> 'day')
        ORDER BY version LIMIT 1
        """;

    // The draft forgets a day when it is published.
    private const string SelectPublished = """
        SELECT r.version FROM jsonb_array_elements($3::jsonb) k
        JOIN (
            SELECT agent_id, day, revision FROM agent_day
            UNION ALL
            SELECT agent_id, day, revision FROM agent_day_past) h
            ON h.agent_id = (k ->> 'agent')::uuid AND h.day = (k ->> 'day')::date
        JOIN schedule_revision r ON r.id = h.revision
        WHERE r.draft_id = $1 AND r.draft_version >= $2 ORDER BY r.version DESC LIMIT 1
        """;

    // What an undo had taken back stands again when the undo is taken back.
    private const string SetUndone = """
        UPDATE draft_edit SET undone_by = CASE WHEN version = $2 THEN $3::bigint END
        WHERE draft_id = $1 AND (version = $2 OR undone_by = $2)
        """;

    public Task InsertAsync(
        WriteTransaction transaction, DraftId draft, DraftEdit edit, CancellationToken token) =>
        transaction.Command(
            Insert, draft.Value, edit.Version, edit.Author, edit.AuthorId, Commands.Time(edit.At), edit.Sentence,
            Commands.Json(edit.Before)).ExecuteAsync(token);

    /// <summary>The latest first.</summary>
    public Task<IReadOnlyList<DraftEdit>> ListAsync(DraftId draft, long before, int limit, CancellationToken token) =>
        database.Command(SelectOf, draft.Value, before, limit).ListAsync(Map, token);

    public Task<DraftEdit?> FindAsync(
        WriteTransaction transaction, DraftId draft, long version, CancellationToken token) =>
        transaction.Command(SelectOne, draft.Value, version).FirstAsync(Map, token);

    /// <summary>The last that somebody did and has not taken back.</summary>
    public Task<DraftEdit?> FindLastAsync(
        WriteTransaction transaction, DraftId draft, Guid author, CancellationToken token) =>
        transaction.Command(SelectLastOf, draft.Value, author).FirstAsync(Map, token);

    /// <summary>The first edit after this one that stands and has changed one of its days; null: none.</summary>
    public Task<DraftEdit?> FindLaterAsync(
        WriteTransaction transaction, DraftId draft, DraftEdit edit, CancellationToken token) =>
        transaction.Command(SelectLater, draft.Value, edit.Version, Commands.Json(edit.Before)).FirstAsync(Map, token);

    /// <summary>The last version of the schedules that published one of its days since; null: none.</summary>
    public async Task<long?> FindPublishedAsync(
        WriteTransaction transaction, DraftId draft, DraftEdit edit, CancellationToken token) =>
        await transaction.Command(SelectPublished, draft.Value, edit.Version, Commands.Json(edit.Before))
            .ListAsync(row => row.GetInt64(0), token) is [var version] ? version : null;

    public Task SetUndoneAsync(
        WriteTransaction transaction, DraftId draft, long version, long by, CancellationToken token) =>
        transaction.Command(SetUndone, draft.Value, version, by).ExecuteAsync(token);

    private static DraftEdit Map(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetGuid(2), row.Time(3), row.GetString(4), row.GetString(5),
        row.IsDBNull(6) ? null : row.GetInt64(6));
}
