using Muster.Cluster.Streams;
using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Domain.Schedules;
using Muster.Domain.Scheduling;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace Muster.Storage.Schedules;

/// <summary>Drafts and their days. Every change of a draft counts its version up, and is told.</summary>
public sealed class DraftStore(Database database)
{
    public const string Entity = "draft";

    /// <summary>Told of every change of a draft, with the draft's version.</summary>
    public static readonly ScopeName Scope = ScopeName.Of("drafts");

    private const int LongJobSeconds = 60;

    private const string Columns = """
        id, business_unit_id, management_unit_id, name, first_day, days, build_id, from_version, created_by, created_at,
        version
        """;

    private const string Insert = $"""
        INSERT INTO schedule_draft ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    private const string SelectOfUnit = $"""
        SELECT {Columns} FROM schedule_draft WHERE management_unit_id = $1 AND removed_at IS NULL AND id < $2
        ORDER BY id DESC LIMIT $3
        """;

    private const string SelectById = $"SELECT {Columns} FROM schedule_draft WHERE id = $1 AND removed_at IS NULL";

    // Whoever edits or publishes it waits for whoever does.
    private const string SelectForUpdate = $"{SelectById} FOR UPDATE";

    private const string SetVersion = "UPDATE schedule_draft SET version = $2, name = $3 WHERE id = $1";

    private const string SetRemoved = "UPDATE schedule_draft SET removed_at = $2, version = $3 WHERE id = $1";

    private const string DayNames =
        $"draft_id, agent_id, day, base_version, version, changed_by, {DayColumns.Names}";

    private const string PutDay = $"""
        INSERT INTO draft_day ({DayNames}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (draft_id, agent_id, day) DO UPDATE
        SET base_version = excluded.base_version, version = excluded.version, changed_by = excluded.changed_by,
            starts = excluded.starts, minutes = excluded.minutes, layers = excluded.layers, codes = excluded.codes
        """;

    private const string CopyDays = $"COPY draft_day ({DayNames}) FROM STDIN (FORMAT binary)";

    // The published day that each was made from is the one of now.
    private const string SetBases = """
        UPDATE draft_day d SET base_version = h.version
        FROM agent_day h WHERE d.draft_id = $1 AND h.agent_id = d.agent_id AND h.day = d.day
        """;

    // What is as published is not changed.
    private const string DropSame = """
        DELETE FROM draft_day d USING agent_day h
        WHERE d.draft_id = $1 AND h.agent_id = d.agent_id AND h.day = d.day AND h.starts = d.starts
            AND h.minutes = d.minutes AND h.layers = d.layers AND h.codes = d.codes
        """;

    private const string DropDay = "DELETE FROM draft_day WHERE draft_id = $1 AND agent_id = $2 AND day = $3";

    private const string SelectDays = """
        SELECT agent_id, day, base_version, version, changed_by, starts, minutes, layers, codes FROM draft_day d
        """;

    private const string SelectRange = $"""
        {SelectDays} WHERE draft_id = $1 AND day >= $2 AND day < $3 AND (agent_id = ANY ($4) OR $4 IS NULL)
        ORDER BY agent_id, day
        """;

    private const string SelectSome = $"""
        {SelectDays} WHERE draft_id = $1
            AND (agent_id, day) IN (SELECT * FROM unnest($2::uuid[], $3::date[]))
        """;

    // What was edited and set back is as published, and no difference.
    private const string SelectExtent = """
        SELECT d.agent_id, trim(coalesce(a.first_name || ' ' || a.last_name, '')), array_agg(d.day ORDER BY d.day)
        FROM draft_day d LEFT JOIN agent a ON a.id = d.agent_id
        WHERE d.draft_id = $1 AND NOT EXISTS (
            SELECT FROM agent_day h WHERE h.agent_id = d.agent_id AND h.day = d.day AND h.starts = d.starts
                AND h.minutes = d.minutes AND h.layers = d.layers AND h.codes = d.codes)
        GROUP BY d.agent_id, a.first_name, a.last_name ORDER BY a.last_name, a.first_name, d.agent_id
        """;

    public async Task InsertAsync(WriteTransaction transaction, ScheduleDraft draft, CancellationToken token)
    {
        await transaction.Command(
            Insert, draft.Id.Value, draft.BusinessUnit.Value, draft.ManagementUnit.Value, draft.Name,
            draft.FirstDay.ToDateOnly(), draft.Days, Commands.Uuid(draft.Build?.Value), draft.FromVersion,
            draft.CreatedBy, Commands.Time(draft.CreatedAt), draft.Version).ExecuteAsync(token);
        Record(transaction, draft);
    }

    /// <summary>The latest first.</summary>
    public Task<IReadOnlyList<ScheduleDraft>> ListAsync(
        ManagementUnitId unit, DraftId before, int limit, CancellationToken token) =>
        database.Command(SelectOfUnit, unit.Value, before.Value, limit).ListAsync(Map, token);

    public Task<ScheduleDraft?> FindAsync(DraftId id, CancellationToken token) =>
        database.Command(SelectById, id.Value).FirstAsync(Map, token);

    /// <summary>The draft, locked until the transaction ends.</summary>
    public Task<ScheduleDraft?> LockAsync(WriteTransaction transaction, DraftId id, CancellationToken token) =>
        transaction.Command(SelectForUpdate, id.Value).FirstAsync(Map, token);

    /// <summary>Writes name and version of a draft that is locked.</summary>
    public async Task UpdateAsync(WriteTransaction transaction, ScheduleDraft draft, CancellationToken token)
    {
        await transaction.Command(SetVersion, draft.Id.Value, draft.Version, draft.Name).ExecuteAsync(token);
        Record(transaction, draft);
    }

    public async Task RemoveAsync(WriteTransaction transaction, ScheduleDraft draft, CancellationToken token)
    {
        await transaction.Command(
            SetRemoved, draft.Id.Value, Commands.Time(transaction.Context.At), draft.Version).ExecuteAsync(token);
        Record(transaction, draft);
    }

    /// <summary>Whose days differ from the published ones, by name.</summary>
    public Task<IReadOnlyList<DraftExtent>> ListExtentAsync(DraftId draft, CancellationToken token) =>
        database.Command(SelectExtent, draft.Value).Patient(LongJobSeconds).ListAsync(
            row => new DraftExtent(
                new AgentId(row.GetGuid(0)), row.GetString(1),
                [.. row.GetFieldValue<DateOnly[]>(2).Select(LocalDate.FromDateOnly)]), token);

    /// <summary>The changed days in a range.</summary>
    /// <param name="agents">Whose; null: everybody's.</param>
    public Task<IReadOnlyList<DraftDay>> ListDaysAsync(
        SqlSession session, DraftId draft, IEnumerable<AgentId>? agents, DateInterval range,
        CancellationToken token) =>
        session.Command(
            SelectRange, draft.Value, range.Start.ToDateOnly(), range.End.PlusDays(1).ToDateOnly(),
            Commands.Uuids(agents?.Select(agent => (Guid?)agent.Value))).Patient(LongJobSeconds)
            .ListAsync(MapDay, token);

    public Task<IReadOnlyList<DraftDay>> ListDaysAsync(
        DraftId draft, DateInterval range, CancellationToken token) =>
        ListDaysAsync(database, draft, null, range, token);

    /// <summary>Those of some days that the draft has changed.</summary>
    public Task<IReadOnlyList<DraftDay>> ListDaysAsync(
        SqlSession session, DraftId draft, IReadOnlyCollection<(AgentId Agent, LocalDate Day)> days,
        CancellationToken token) =>
        session.Command(
            SelectSome, draft.Value, days.Select(day => day.Agent.Value).ToArray(),
            days.Select(day => day.Day.ToDateOnly()).ToArray()).ListAsync(MapDay, token);

    /// <summary>Writes some days, in one round trip.</summary>
    public Task PutDaysAsync(
        WriteTransaction transaction, DraftId draft, IReadOnlyCollection<DraftDay> days, CancellationToken token)
    {
        if (days.Count == 0)
        {
            return Task.CompletedTask;
        }

        var batch = transaction.Batch();
        foreach (var day in days)
        {
            var columns = DayColumns.Of(day.Content);
            batch.Then(
                PutDay, draft.Value, day.Agent.Value, day.Day.ToDateOnly(), day.BaseVersion, day.Version, day.ChangedBy,
                columns.Starts, columns.Minutes, columns.Layers, columns.Codes);
        }

        return batch.ExecuteAsync(token);
    }

    /// <summary>Days that are to be as published again.</summary>
    public Task DropDaysAsync(
        WriteTransaction transaction, DraftId draft, IReadOnlyCollection<(AgentId Agent, LocalDate Day)> days,
        CancellationToken token)
    {
        var batch = transaction.Batch();
        foreach (var (agent, day) in days)
        {
            batch.Then(DropDay, draft.Value, agent.Value, day.ToDateOnly());
        }

        return days.Count == 0 ? Task.CompletedTask : batch.ExecuteAsync(token);
    }

    /// <summary>
    /// Fills a new draft with many days, each made from what is published now; those that are as published are left
    /// out.
    /// </summary>
    public async Task FillAsync(
        WriteTransaction transaction, DraftId draft, IEnumerable<DraftDay> days, CancellationToken token)
    {
        await transaction.CopyAsync(CopyDays, (rows, stop) => CopyAsync(rows, draft, days, stop), token);
        await transaction.Command(SetBases, draft.Value).Patient(LongJobSeconds).ExecuteAsync(token);
        await transaction.Command(DropSame, draft.Value).Patient(LongJobSeconds).ExecuteAsync(token);
    }

    private static async Task CopyAsync(
        NpgsqlBinaryImporter rows, DraftId draft, IEnumerable<DraftDay> days, CancellationToken token)
    {
        foreach (var day in days)
        {
            var columns = DayColumns.Of(day.Content);
            await rows.StartRowAsync(token);
            await rows.WriteAsync(draft.Value, NpgsqlDbType.Uuid, token);
            await rows.WriteAsync(day.Agent.Value, NpgsqlDbType.Uuid, token);
            await rows.WriteAsync(day.Day.ToDateOnly(), NpgsqlDbType.Date, token);
            await rows.WriteAsync(day.BaseVersion, NpgsqlDbType.Bigint, token);
            await rows.WriteAsync(day.Version, NpgsqlDbType.Bigint, token);
            await rows.WriteAsync(day.ChangedBy, NpgsqlDbType.Text, token);
            await rows.WriteAsync(columns.Starts, NpgsqlDbType.Array | NpgsqlDbType.Integer, token);
            await rows.WriteAsync(columns.Minutes, NpgsqlDbType.Array | NpgsqlDbType.Integer, token);
            await rows.WriteAsync(columns.Layers, NpgsqlDbType.Array | NpgsqlDbType.Smallint, token);
            await rows.WriteAsync(columns.Codes, NpgsqlDbType.Array | NpgsqlDbType.Uuid, token);
        }
    }

    private static void Record(WriteTransaction transaction, ScheduleDraft draft) => transaction.Record(
        Scope, new Change(Entity, draft.Id.ToString(), draft.Version, ChangeOperation.Put));

    private static ScheduleDraft Map(NpgsqlDataReader row) => new()
    {
        Id = new DraftId(row.GetGuid(0)),
        BusinessUnit = new BusinessUnitId(row.GetGuid(1)),
        ManagementUnit = new ManagementUnitId(row.GetGuid(2)),
        Name = row.GetString(3),
        FirstDay = LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(4)),
        Days = row.GetInt32(5),
        Build = row.Uuid(6) is { } build ? new BuildId(build) : null,
        FromVersion = row.GetInt64(7),
        CreatedBy = row.GetString(8),
        CreatedAt = row.Time(9),
        Version = row.GetInt64(10),
    };

    private static DraftDay MapDay(NpgsqlDataReader row) => new(
        new AgentId(row.GetGuid(0)), LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(1)), row.GetInt64(2),
        row.GetInt64(3), row.GetString(4), DayColumns.Read(row, 5));
}
