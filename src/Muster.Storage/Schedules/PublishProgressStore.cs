using Muster.Storage.Api;

namespace Muster.Storage.Schedules;

/// <summary>
/// How far publishes of many days are, by the Idempotency-Key of the request: written beside its transaction, and read
/// on any node.
/// </summary>
public sealed class PublishProgressStore(Database database)
{
    private const string Put = """
        INSERT INTO publish_progress (caller, key_hash, days, days_written, revision, at)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (caller, key_hash) DO UPDATE
        SET days = excluded.days, days_written = excluded.days_written, revision = excluded.revision, at = excluded.at
        """;

    // Nobody sees the revision before it is committed.
    private const string Select = """
        SELECT p.days, p.days_written, r.version FROM publish_progress p
        LEFT JOIN schedule_revision r ON r.id = p.revision
        WHERE p.caller = $1 AND p.key_hash = $2
        """;

    private const string DeleteOld = """
        DELETE FROM publish_progress
        WHERE ctid = ANY (ARRAY(SELECT ctid FROM publish_progress WHERE at < $1 LIMIT $2))
        """;

    public Task PutAsync(IdempotencyKey key, PublishSteps steps, DateTimeOffset at, CancellationToken token) =>
        database.Command(Put, key.Caller, key.Hash, steps.Days, steps.Written, steps.Revision, at).ExecuteAsync(token);

    /// <summary>Null for a publish that has not come so far, and for one of few days.</summary>
    public Task<PublishProgress?> FindAsync(IdempotencyKey key, CancellationToken token) =>
        database.Command(Select, key.Caller, key.Hash).FirstAsync(
            row => new PublishProgress(row.GetInt32(0), row.GetInt32(1), row.IsDBNull(2) ? null : row.GetInt64(2)),
            token);

    public Task<int> DeleteOldAsync(DateTimeOffset before, CancellationToken token) =>
        database.DeleteBeforeAsync(DeleteOld, before, token);
}
