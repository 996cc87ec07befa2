using System.Globalization;
using Muster.Cluster.Streams;
using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Domain.Schedules;
using NodaTime;
using Npgsql;

namespace Muster.Storage.Schedules;

/// <summary>
/// Puts a draft's days into the published schedules, in steps that a transaction takes one after the other. Whoever
/// changes published days first takes those that were never published, then locks the others, both in the order of
/// agent and day: so they wait for each other, and none for ever.
/// </summary>
public sealed class PublishStore
{
    private const int LongJobSeconds = 60;

    private const string InsertRevision = """
        INSERT INTO schedule_revision (
            business_unit_id, management_unit_id, kind, draft_id, draft_version, author, at, note)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id
        """;

    // Whoever puts the same day in at the same time is waited for; if it commits, its day is there and is merged below.
    private const string InsertNew = $"""
        INSERT INTO agent_day (agent_id, day, management_unit_id, version, revision, {DayColumns.Names})
        SELECT d.agent_id, d.day, $4, 1, $5, d.starts, d.minutes, d.layers, d.codes
        FROM draft_day d
        WHERE {Selection.Where}
            AND NOT EXISTS (SELECT FROM agent_day h WHERE h.agent_id = d.agent_id AND h.day = d.day)
        ORDER BY d.agent_id, d.day
        ON CONFLICT DO NOTHING
        """;

    private const string IsSame = """
        h.starts = d.starts AND h.minutes = d.minutes AND h.layers = d.layers AND h.codes = d.codes
        """;

    private const string Known = $"""
        FROM draft_day d JOIN agent_day h ON h.agent_id = d.agent_id AND h.day = d.day
        WHERE {Selection.Where} AND h.revision <> $4
        """;

    // Held until the transaction ends: what is compared below stays so.
    private const string Lock = $"""
        SELECT count(*) FROM (SELECT 1 {Known} ORDER BY h.agent_id, h.day FOR UPDATE OF h) locked
        """;

    // Only which: there may be a hundred thousand, and what is on them is read in portions.
    private const string SelectDiverged = $"""
        SELECT d.agent_id, d.day FROM draft_day d JOIN agent_day h ON h.agent_id = d.agent_id AND h.day = d.day
        WHERE {Selection.Where} AND h.revision <> $4
            AND h.version <> d.base_version AND NOT ({IsSame})
        ORDER BY 1, 2
        """;

    private const string ReadDiverged = $"""
        SELECT {ScheduleStore.Columns}, d.base_version, d.starts, d.minutes, d.layers, d.codes,
            r.author, r.at, p.starts, p.minutes, p.layers, p.codes
        FROM unnest($2::uuid[], $3::date[]) n (agent_id, day)
        JOIN draft_day d ON d.draft_id = $1 AND d.agent_id = n.agent_id AND d.day = n.day
        JOIN agent_day h ON h.agent_id = d.agent_id AND h.day = d.day
        LEFT JOIN schedule_revision r ON r.id = h.revision
        LEFT JOIN agent_day_past p ON p.agent_id = d.agent_id AND p.day = d.day AND p.version = d.base_version
        ORDER BY 1, 2
        """;

    private const string KeepPast = $"""
        INSERT INTO agent_day_past (
            agent_id, day, management_unit_id, version, revision, replaced_by, {DayColumns.Names})
        SELECT h.agent_id, h.day, h.management_unit_id, h.version, h.revision, $4,
            h.starts, h.minutes, h.layers, h.codes
        {Known} AND NOT ({IsSame})
        """;

    private const string Update = $"""
        UPDATE agent_day h
        SET management_unit_id = $5, version = h.version + 1, revision = $4,
            starts = d.starts, minutes = d.minutes, layers = d.layers, codes = d.codes
        FROM draft_day d
        WHERE {Selection.Where} AND h.agent_id = d.agent_id AND h.day = d.day
            AND h.revision <> $4 AND NOT ({IsSame})
        """;

    private const string Clear = $"DELETE FROM draft_day d WHERE {Selection.Where}";

    private const string CountOf = """
        SELECT count(*)::integer, count(DISTINCT agent_id)::integer FROM agent_day WHERE revision = $1
        """;

    // One for each agent. Days that are over need no notice, nor does a free day that was never published: for the
    // agent it was free before.
    private const string InsertNotices = """
        INSERT INTO schedule_notice (id, agent_id, revision, days, is_short, at)
        SELECT gen_random_uuid(), agent_id, $1, array_agg(day ORDER BY day), bool_or(day <= $3), $4
        FROM agent_day WHERE revision = $1 AND day >= $2 AND NOT (version = 1 AND starts = '{}') GROUP BY agent_id
        """;

    private const string Complete = """
        UPDATE schedule_revision SET version = $2, agents = $3, agent_days = $4 WHERE id = $1
        """;

    private const string DropRevision = "DELETE FROM schedule_revision WHERE id = $1";

    // What is put in and taken out again is nobody else's to put in until the transaction ends.
    private const string TakeNew = """
        INSERT INTO agent_day (
            agent_id, day, management_unit_id, version, revision, starts, minutes, layers, codes)
        SELECT n.agent_id, n.day, $3, 0, 0, '{}', '{}', '{}', '{}'
        FROM unnest($1::uuid[], $2::date[]) n (agent_id, day)
        WHERE NOT EXISTS (SELECT FROM agent_day h WHERE h.agent_id = n.agent_id AND h.day = n.day)
        ORDER BY 1, 2
        ON CONFLICT DO NOTHING
        """;

    private const string DropTaken = """
        DELETE FROM agent_day h
        WHERE (h.agent_id, h.day) IN (SELECT * FROM unnest($1::uuid[], $2::date[])) AND h.version = 0
        """;

    // In the order in which everybody locks them.
    private const string LockSome = $"""
        SELECT {ScheduleStore.Columns} FROM agent_day h
        WHERE (h.agent_id, h.day) IN (SELECT * FROM unnest($1::uuid[], $2::date[]))
        ORDER BY h.agent_id, h.day FOR UPDATE
        """;

    private const string SelectExtent = $"""
        SELECT d.agent_id, min(d.day), max(d.day), count(*)::integer FROM draft_day d
        WHERE {Selection.Where} GROUP BY d.agent_id ORDER BY d.agent_id
        """;

    /// <summary>Begins a version; it gets its number when the transaction commits.</summary>
    /// <returns>Its id.</returns>
    public async Task<long> BeginAsync(
        WriteTransaction transaction, NewRevision revision, CancellationToken token)
    {
        var (context, unit) = (transaction.Context, revision.Unit);
        var ids = await transaction.Command(
            InsertRevision, unit.BusinessUnitId.Value, unit.Id.Value, revision.Kind.ToString().ToLowerInvariant(),
            Commands.Uuid(revision.Draft?.Id.Value), Commands.Long(revision.Draft?.Version), context.Actor.Name,
            Commands.Time(context.At), revision.Note)
            .ListAsync(row => row.GetInt64(0), token);
        return ids[0];
    }

    /// <summary>Of whom the draft has which days: the first, the last and how many.</summary>
    public Task<IReadOnlyList<(AgentId Agent, LocalDate First, LocalDate Last, int Days)>> ListExtentAsync(
        SqlSession session, Selection selection, CancellationToken token) =>
        session.Command(SelectExtent, selection.Values()).Patient(LongJobSeconds)
            .ListAsync(
                row => (new AgentId(row.GetGuid(0)), Day(row, 1), Day(row, 2), row.GetInt32(3)), token);

    /// <summary>
    /// Some days, locked until the transaction ends: also those that were never published, which nobody else publishes
    /// until then.
    /// </summary>
    /// <returns>Those that were ever published.</returns>
    public Task<IReadOnlyList<AgentDay>> LockDaysAsync(
        WriteTransaction transaction, ManagementUnitId unit,
        IReadOnlyCollection<(AgentId Agent, LocalDate Day)> days, CancellationToken token)
    {
        var agents = days.Select(day => day.Agent.Value).ToArray();
        var dates = days.Select(day => day.Day.ToDateOnly()).ToArray();
        return transaction.Batch().Then(TakeNew, agents, dates, unit.Value).Then(DropTaken, agents, dates)
            .Then(LockSome, agents, dates).ListAsync(0, ScheduleStore.Map, token);
    }

    /// <summary>
    /// Puts in what was never published, locks the rest, and answers which days were published meanwhile and differ
    /// from the draft. All is put in before anything is locked: so two publishes that are cut into other parts cannot
    /// each wait for the other.
    /// </summary>
    public async Task<IReadOnlyList<(AgentId Agent, LocalDate Day)>> LockAsync(
        WriteTransaction transaction, PublishParts parts, ManagementUnitId unit, long revision,
        CancellationToken token)
    {
        foreach (var (part, _) in parts.All.SkipLast(1))
        {
            var count = await transaction.Command(InsertNew, part.Values(unit.Value, revision))
                .Patient(LongJobSeconds).ExecuteAsync(token);
            await parts.InsertedAsync(part, count, token);
        }

        // One round trip; each statement sees what was committed before it began.
        var batch = transaction.Batch()
            .Then(InsertNew, parts.All[^1].Selection.Values(unit.Value, revision))
            .Then(Lock, parts.Whole.Values(revision))
            .Then(SelectDiverged, parts.Whole.Values(revision));
        batch.Timeout = LongJobSeconds;
        return await batch.ListAsync(1, MapKey, token);
    }

    /// <summary>The same as things are now, without locks; for who wants to know before.</summary>
    public Task<IReadOnlyList<(AgentId Agent, LocalDate Day)>> ListDivergedAsync(
        SqlSession session, Selection selection, CancellationToken token) =>
        session.Command(SelectDiverged, selection.Values(0L)).Patient(LongJobSeconds).ListAsync(MapKey, token);

    /// <summary>Some of them, with what the draft was made from, by agent and day.</summary>
    public Task<IReadOnlyList<DivergedDay>> ReadDivergedAsync(
        SqlSession session, DraftId draft, IReadOnlyCollection<(AgentId Agent, LocalDate Day)> days,
        CancellationToken token) =>
        session.Command(
            ReadDiverged, draft.Value, days.Select(day => day.Agent.Value).ToArray(),
            days.Select(day => day.Day.ToDateOnly()).ToArray()).Patient(LongJobSeconds)
            .ListAsync(MapDiverged, token);

    /// <summary>
    /// Writes what is locked, keeps what it replaces, clears it out of the draft, and tells the agents.
    /// </summary>
    /// <returns>How many agents and days came out other than they were; none: there is no new version.</returns>
    public async Task<(int Agents, int AgentDays)> WriteAsync(
        WriteTransaction transaction, PublishParts parts, PublishTarget target, CancellationToken token)
    {
        foreach (var part in parts.All.SkipLast(1))
        {
            var some = Writing(transaction, part.Selection, target);
            some.Timeout = LongJobSeconds;
            await some.ExecuteAsync(token);
            await parts.UpdatedAsync(part, token);
        }

        var batch = Writing(transaction, parts.All[^1].Selection, target)
            .Then(
                InsertNotices, target.Revision, target.Today.ToDateOnly(), target.LastShort.ToDateOnly(),
                Commands.Time(transaction.Context.At))
            .Then(CountOf, target.Revision);
        batch.Timeout = LongJobSeconds;
        var counts = await batch.ListAsync(0, row => (Days: row.GetInt32(0), Agents: row.GetInt32(1)), token);
        var (days, agents) = counts[0];
        if (days == 0)
        {
            await transaction.Command(DropRevision, target.Revision).ExecuteAsync(token);
            return (0, 0);
        }

        Record(transaction, target, agents, days);
        return (agents, days);
    }

    private static NpgsqlBatch Writing(WriteTransaction transaction, Selection selection, PublishTarget target) =>
        transaction.Batch()
            .Then(KeepPast, selection.Values(target.Revision))
            .Then(Update, selection.Values(target.Revision, target.Unit.Value))
            .Then(Clear, selection.Values());

    // With the unit, so that who follows one is not told of all.
    private static void Record(WriteTransaction transaction, PublishTarget target, int agents, int days)
    {
        var revision = target.Revision;
        transaction.Record(ScheduleStore.Scope, new Change(
            ScheduleStore.Entity, revision.ToString(CultureInfo.InvariantCulture), revision, ChangeOperation.Put,
            target.Unit.ToString()));
        transaction.WhenMoved((moved, stop) => transaction.Command(
            Complete, revision, moved.Single(scope => scope.Scope == ScheduleStore.Scope).Delta.Position.Version,
            agents, days).ExecuteAsync(stop));
    }

    private static DivergedDay MapDiverged(NpgsqlDataReader row) => new(
        ScheduleStore.Map(row), row.GetInt64(9), DayColumns.Read(row, 10), row.Text(14), row.MaybeTime(15),
        row.IsDBNull(16) ? DayContent.Free : DayColumns.Read(row, 16));

    private static (AgentId Agent, LocalDate Day) MapKey(NpgsqlDataReader row) =>
        (new AgentId(row.GetGuid(0)), Day(row, 1));

    private static LocalDate Day(NpgsqlDataReader row, int column) =>
        LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(column));
}
