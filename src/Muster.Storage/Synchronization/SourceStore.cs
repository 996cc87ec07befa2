using System.Collections.Frozen;
using System.Text.Json;
using Muster.Cluster.Streams;
using Muster.Domain.People;
using Muster.Domain.Sources;
using Muster.Domain.Synchronization;
using Npgsql;

namespace Muster.Storage.Synchronization;

/// <summary>Sources, how they are to be followed, and how far they have been.</summary>
public sealed class SourceStore(Database database)
{
    public const string Entity = "source";

    /// <summary>Told when a source is defined, changed, or asked to run.</summary>
    public static readonly ScopeName Scope = ScopeName.Of("synchronization");

    private const string Columns = """
        id, name, kind, settings, level, timeout_minutes, owned_by_wfm, brake_percent, brake_people, version, removed_at
        """;

    private const string SelectAll = $"SELECT {Columns} FROM source WHERE removed_at IS NULL ORDER BY lower(name)";

    private const string SelectForUpdate = $"SELECT {Columns} FROM source WHERE id = $1 FOR UPDATE";

    // The state's row comes with it, so that whoever follows the source only ever updates.
    private const string Insert = """
        WITH made AS (
            INSERT INTO source (
                id, name, kind, settings, level, timeout_minutes, owned_by_wfm, brake_percent, brake_people, version,
                removed_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            ON CONFLICT DO NOTHING RETURNING id
        )
        INSERT INTO source_state (source_id) SELECT id FROM made
        """;

    private const string Update = """
        UPDATE source SET name = $2, kind = $3, settings = $4, level = $5, timeout_minutes = $6, owned_by_wfm = $7,
            brake_percent = $8, brake_people = $9, version = $10, removed_at = $11
        WHERE id = $1 AND NOT EXISTS (
            SELECT FROM source o WHERE lower(o.name) = lower($2) AND o.id <> $1 AND o.removed_at IS NULL)
        """;

    private const string SelectProgress = """
        SELECT source_id, cursor, state, sentence, last_said_at, last_at, last_full_at, asked, asked_at
        FROM source_state
        """;

    private const string Move = """
        UPDATE source_state SET cursor = $2, last_said_at = coalesce($3, last_said_at),
            last_at = CASE WHEN $4 THEN clock_timestamp() ELSE last_at END
        WHERE source_id = $1
        """;

    private const string Tell = "UPDATE source_state SET state = $2, sentence = $3 WHERE source_id = $1";

    private const string Ask =
        "UPDATE source_state SET asked = $2, asked_at = clock_timestamp() WHERE source_id = $1";

    // What was asked for meanwhile stays.
    private const string Answer = "UPDATE source_state SET asked = NULL WHERE source_id = $1 AND asked_at = $2";

    private const string SelectSites = "SELECT sites FROM source_state WHERE source_id = $1";

    private const string KeepSites = "UPDATE source_state SET sites = $2 WHERE source_id = $1";

    private const string Finish = """
        UPDATE source_state SET cursor = coalesce(cursor, $2), last_full_at = clock_timestamp() WHERE source_id = $1
        """;

    private const string Forget = "UPDATE source_state SET cursor = NULL WHERE source_id = $1";

    public Task<IReadOnlyList<SourceDefinition>> ListAsync(CancellationToken token) =>
        database.Command(SelectAll).ListAsync(Map, token);

    /// <summary>The source, locked until the transaction ends.</summary>
    public Task<SourceDefinition?> LockAsync(WriteTransaction transaction, SourceId id, CancellationToken token) =>
        transaction.Command(SelectForUpdate, id.Value).FirstAsync(Map, token);

    /// <returns>False when the name is taken.</returns>
    public Task<bool> InsertAsync(WriteTransaction transaction, SourceDefinition source, CancellationToken token) =>
        WriteAsync(transaction, Insert, source, token);

    /// <returns>False when the name is taken.</returns>
    public Task<bool> UpdateAsync(WriteTransaction transaction, SourceDefinition source, CancellationToken token) =>
        WriteAsync(transaction, Update, source, token);

    public async Task<IReadOnlyDictionary<SourceId, SourceProgress>> ReadProgressAsync(CancellationToken token) =>
        (await database.Command(SelectProgress).ListAsync(
            row => (Id: new SourceId(row.GetGuid(0)), Progress: MapProgress(row)), token))
        .ToDictionary(row => row.Id, row => row.Progress);

    /// <summary>Moves the cursor, in the transaction of what it covers.</summary>
    /// <param name="saidAt">When the source made the last change of them; null when they were none.</param>
    public Task MoveAsync(
        WriteTransaction transaction, SourceId id, string cursor, DateTimeOffset? saidAt, CancellationToken token) =>
        transaction.Command(Move, id.Value, cursor, Commands.Time(saidAt), saidAt is not null).ExecuteAsync(token);

    /// <summary>Everything has been read: changes go on from that position, unless they are followed already.</summary>
    public Task FinishRunAsync(SqlSession session, SourceId id, string cursor, CancellationToken token) =>
        session.Command(Finish, id.Value, cursor).ExecuteAsync(token);

    /// <summary>The source cannot go on from where it was: everything is to be read.</summary>
    public Task ForgetCursorAsync(SourceId id, CancellationToken token) =>
        database.Command(Forget, id.Value).ExecuteAsync(token);

    /// <summary>Says what is going on, for people.</summary>
    public Task TellAsync(SourceId id, string state, string sentence, CancellationToken token) =>
        database.Command(Tell, id.Value, state, sentence).ExecuteAsync(token);

    /// <summary>Notes that somebody wants a run.</summary>
    public Task AskAsync(WriteTransaction transaction, SourceId id, RunKind kind, CancellationToken token) =>
        transaction.Command(Ask, id.Value, Word(kind)).ExecuteAsync(token);

    /// <summary>The run that was asked for at that time has ended, well or not.</summary>
    public Task AnswerAsync(SourceId id, DateTimeOffset askedAt, CancellationToken token) =>
        database.Command(Answer, id.Value, askedAt).ExecuteAsync(token);

    /// <summary>By whom each site was planned when its people were last decided on, by external id.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReadSitesAsync(SourceId id, CancellationToken token) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(
            await database.Command(SelectSites, id.Value).FirstAsync(row => row.GetString(0), token) ?? "{}")!;

    public Task KeepSitesAsync(
        WriteTransaction transaction, SourceId id, IReadOnlyDictionary<string, string> planners,
        CancellationToken token) =>
        transaction.Command(KeepSites, id.Value, Commands.Json(JsonSerializer.Serialize(planners))).ExecuteAsync(token);

    /// <summary>A value as the database and the API write it: "held".</summary>
    public static string WordOf(RunState state) => Word(state);

    internal static string Word<T>(T value)
        where T : struct, Enum =>
        JsonSerializer.Serialize(value, SourceJson.Options).Trim('"');

    internal static T Read<T>(string word)
        where T : struct, Enum =>
        JsonSerializer.Deserialize<T>($"\"{word}\"", SourceJson.Options);

    private static async Task<bool> WriteAsync(
        WriteTransaction transaction, string sql, SourceDefinition source, CancellationToken token) =>
        await transaction.Command(
            sql,
            source.Id.Value,
            source.Name,
            Word(source.Type),
            Commands.Json(JsonSerializer.Serialize(source.Settings, SourceJson.Options)),
            (short)source.Level,
            source.TimeoutMinutes,
            source.OwnedByWfm.Select(Word).Order(StringComparer.Ordinal).ToArray(),
            source.Brake.Percent,
            source.Brake.People,
            source.Version,
            Commands.Time(source.RemovedAt)).ExecuteAsync(token) == 1;

    private static SourceDefinition Map(NpgsqlDataReader row) => new()
    {
        Id = new SourceId(row.GetGuid(0)),
        Name = row.GetString(1),
        Type = Read<SourceType>(row.GetString(2)),
        Settings = JsonSerializer.Deserialize<SourceSettings>(row.GetString(3), SourceJson.Options)!,
        Level = (SynchronizationLevel)row.GetInt16(4),
        TimeoutMinutes = row.GetInt32(5),
        OwnedByWfm = row.GetFieldValue<string[]>(6).Select(Read<AgentField>).ToFrozenSet(),
        Brake = new Brake(row.GetDouble(7), row.GetInt32(8)),
        Version = row.GetInt64(9),
        RemovedAt = row.MaybeTime(10),
    };

    private static SourceProgress MapProgress(NpgsqlDataReader row) => new(
        row.Text(1),
        row.GetString(2),
        row.GetString(3),
        row.MaybeTime(4),
        row.MaybeTime(5),
        row.MaybeTime(6),
        row.Text(7) is { } asked ? Read<RunKind>(asked) : null,
        row.MaybeTime(8));
}
