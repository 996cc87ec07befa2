using System.Text.Json;
using Muster.Domain.Sources;
using Muster.Domain.Synchronization;
using Npgsql;

namespace Muster.Storage.Synchronization;

/// <summary>Runs over whole sources, and what they found.</summary>
public sealed class RunStore(Database database)
{
    private const string Columns =
        "id, source_id, kind, state, started_at, ended_at, objects, changed, ended, rejected, sentence";

    // A source that is away for long fails every minute: of what has ended, the latest are kept.
    private const string Insert = """
        WITH old AS (
            DELETE FROM sync_run
            WHERE source_id = $2 AND state IN ('done', 'failed') AND id NOT IN (
                SELECT id FROM sync_run WHERE source_id = $2 ORDER BY started_at DESC LIMIT 200)
        )
        INSERT INTO sync_run (id, source_id, kind, state, started_at) VALUES ($1, $2, $3, 'running', $4)
        """;

    private const string Count =
        "UPDATE sync_run SET objects = $2, changed = $3, ended = $4, rejected = $5 WHERE id = $1";

    private const string End = """
        UPDATE sync_run SET state = $2, sentence = $3, findings = $4, ended_at = clock_timestamp() WHERE id = $1
        """;

    // A run whose node has died, and one that a newer run has made pointless.
    private const string EndOthers = """
        UPDATE sync_run SET ended_at = coalesce(ended_at, clock_timestamp()), state = 'failed',
            sentence = CASE state WHEN 'running' THEN 'Its node stopped in the middle; the next run begins anew.'
                ELSE 'A later run has read everything again.' END
        WHERE source_id = $1 AND id <> $2 AND state IN ('running', 'held', 'approved') AND kind = $3
        """;

    private const string SelectOf =
        $"SELECT {Columns} FROM sync_run WHERE source_id = $1 ORDER BY started_at DESC, id DESC LIMIT $2";

    private const string SelectById = $"SELECT {Columns} FROM sync_run WHERE id = $1";

    private const string SelectByState =
        $"SELECT {Columns} FROM sync_run WHERE source_id = $1 AND state = $2 ORDER BY started_at DESC LIMIT 1";

    private const string SelectFindings = "SELECT findings FROM sync_run WHERE id = $1";

    // Only what is held can be approved: once.
    private const string Approve = "UPDATE sync_run SET state = 'approved' WHERE id = $1 AND state = 'held'";

    public Task BeginAsync(SyncRun run, CancellationToken token) => database.Command(
        Insert, run.Id, run.Source.Value, SourceStore.Word(run.Kind), run.StartedAt).ExecuteAsync(token);

    public Task CountAsync(SqlSession session, Guid run, RunCounts counts, CancellationToken token) => session.Command(
        Count, run, counts.Objects, counts.Changed, counts.Ended, counts.Rejected).ExecuteAsync(token);

    public Task EndAsync(
        SqlSession session, SyncRun run, IReadOnlyList<RunFinding> findings, CancellationToken token) =>
        session.Command(
            End, run.Id, SourceStore.Word(run.State), run.Sentence,
            Commands.Json(JsonSerializer.Serialize(findings, SourceJson.Options))).ExecuteAsync(token);

    /// <summary>Ends what other runs of the kind have left open.</summary>
    public Task EndOthersAsync(SqlSession session, SyncRun run, CancellationToken token) =>
        session.Command(EndOthers, run.Source.Value, run.Id, SourceStore.Word(run.Kind)).ExecuteAsync(token);

    /// <summary>The latest first.</summary>
    public Task<IReadOnlyList<SyncRun>> ListAsync(SourceId source, int limit, CancellationToken token) =>
        database.Command(SelectOf, source.Value, limit).ListAsync(Map, token);

    public Task<SyncRun?> FindAsync(Guid run, CancellationToken token) =>
        database.Command(SelectById, run).FirstAsync(Map, token);

    public Task<SyncRun?> FindAsync(SourceId source, RunState state, CancellationToken token) =>
        database.Command(SelectByState, source.Value, SourceStore.Word(state)).FirstAsync(Map, token);

    public async Task<IReadOnlyList<RunFinding>> ReadFindingsAsync(Guid run, CancellationToken token) =>
        await database.Command(SelectFindings, run).FirstAsync(row => row.GetString(0), token) is { } json
            ? JsonSerializer.Deserialize<RunFinding[]>(json, SourceJson.Options)!
            : [];

    /// <returns>False when it is not held, or not any more.</returns>
    public async Task<bool> ApproveAsync(WriteTransaction transaction, Guid run, CancellationToken token) =>
        await transaction.Command(Approve, run).ExecuteAsync(token) == 1;

    private static SyncRun Map(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        new SourceId(row.GetGuid(1)),
        SourceStore.Read<RunKind>(row.GetString(2)),
        SourceStore.Read<RunState>(row.GetString(3)),
        row.Time(4),
        row.MaybeTime(5),
        new RunCounts(row.GetInt32(6), row.GetInt32(7), row.GetInt32(8), row.GetInt32(9)),
        row.GetString(10));
}
