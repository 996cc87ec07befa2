using Muster.Cluster.Streams;
using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Domain.Schedules;
using NodaTime;
using Npgsql;

namespace Muster.Storage.Schedules;

/// <summary>Published schedules, as they are and as they were. <see cref="PublishStore"/> writes them.</summary>
public sealed class ScheduleStore(Database database)
{
    /// <summary>What a change of <see cref="Scope"/> is about: a revision.</summary>
    public const string Entity = "revision";

    /// <summary>One version for all published schedules; each is a revision.</summary>
    public static readonly ScopeName Scope = ScopeName.Of("schedules");

    internal const string Columns = $"h.agent_id, h.day, h.management_unit_id, h.version, h.revision, {Arrays}";

    private const string Arrays = "h.starts, h.minutes, h.layers, h.codes";

    private const int LongJobSeconds = 60;

    // Of those who belong to it now, wherever they belonged when it was published.
    private const string SelectOfUnit = $"""
        SELECT {Columns} FROM agent a JOIN agent_day h ON h.agent_id = a.id
        WHERE a.management_unit_id = $1 AND a.removed_at IS NULL AND h.day >= $2 AND h.day < $3
        ORDER BY h.agent_id, h.day
        """;

    private const string SelectOfAgents = $"""
        SELECT {Columns} FROM agent_day h
        WHERE h.agent_id = ANY ($1) AND h.day >= $2 AND h.day < $3 ORDER BY h.agent_id, h.day
        """;

    // What was published by then, and was not replaced by then.
    private const string SelectAsAt = $"""
        SELECT {Columns} FROM agent_day h JOIN schedule_revision r ON r.id = h.revision
        WHERE h.management_unit_id = $1 AND h.day >= $2 AND h.day < $3 AND r.version <= $4
        UNION ALL
        SELECT {Columns} FROM agent_day_past h
        JOIN schedule_revision r ON r.id = h.revision JOIN schedule_revision n ON n.id = h.replaced_by
        WHERE h.management_unit_id = $1 AND h.day >= $2 AND h.day < $3 AND r.version <= $4 AND n.version > $4
        ORDER BY 1, 2
        """;

    private const string SelectVersions = $"""
        SELECT {Columns}, r.version, r.author, r.at FROM agent_day h JOIN schedule_revision r ON r.id = h.revision
        WHERE h.agent_id = $1 AND h.day = $2
        UNION ALL
        SELECT {Columns}, r.version, r.author, r.at FROM agent_day_past h
        JOIN schedule_revision r ON r.id = h.revision
        WHERE h.agent_id = $1 AND h.day = $2
        ORDER BY 4 DESC
        """;

    private const string SelectFrom = $"""
        SELECT {Columns}, r.version, r.author, r.at FROM agent_day h JOIN schedule_revision r ON r.id = h.revision
        WHERE h.agent_id = $1 AND h.day >= $2 ORDER BY h.day
        """;

    // Whoever is there by any of the days; the details of agents are long, and not needed.
    private const string SelectRoster = """
        SELECT id, first_name, last_name, team_id, work_plan_id FROM agent
        WHERE management_unit_id = $1 AND removed_at IS NULL AND (employed_to IS NULL OR employed_to > $2)
            OR id = ANY ($3)
        ORDER BY last_name, first_name, id
        """;

    private const string Revision = """
        id, version, management_unit_id, kind, draft_id, author, at, note, agents, agent_days
        """;

    private const string SelectRevisions = $"""
        SELECT {Revision} FROM schedule_revision
        WHERE management_unit_id = $1 AND version < $2 ORDER BY version DESC LIMIT $3
        """;

    private const string SelectRevision = $"SELECT {Revision} FROM schedule_revision WHERE version = $1";

    private const string SelectVersion = "SELECT coalesce((SELECT version FROM scope WHERE name = $1), 0)";

    private const string SelectVersionOf = "SELECT version FROM schedule_revision WHERE id = $1";

    private const string SelectToday = "SELECT (clock_timestamp() AT TIME ZONE 'UTC')::date";

    // One statement, so one snapshot; the first row is there without any day.
    private const string SelectLive = $"""
        SELECT t.timeline, coalesce(s.version, 0), t.today, {Columns}
        FROM (SELECT timeline() AS timeline, (clock_timestamp() AT TIME ZONE 'UTC')::date AS today) t
        LEFT JOIN scope s ON s.name = $1
        LEFT JOIN agent_day h ON h.day >= t.today - $2::integer AND h.day < t.today + $3::integer
        """;

    private const string SelectOfAgent = $"""
        SELECT t.timeline, coalesce(s.version, 0), t.today, {Columns}
        FROM (SELECT timeline() AS timeline, (clock_timestamp() AT TIME ZONE 'UTC')::date AS today) t
        LEFT JOIN scope s ON s.name = $1
        LEFT JOIN agent_day h ON h.agent_id = $2 AND h.day >= $3 AND h.day < $4
        ORDER BY h.day
        """;

    // Exactly what these revisions made of days, also where a later one has made something else of them by now: so a
    // node's content is that of its version, and of no other.
    private const string SelectMade = $"""
        SELECT t.timeline, 0::bigint, t.today, {Columns}
        FROM (SELECT timeline() AS timeline, (clock_timestamp() AT TIME ZONE 'UTC')::date AS today) t
        LEFT JOIN LATERAL (
            SELECT d.agent_id, d.day, d.management_unit_id, d.version, d.revision, {DayColumns.Names}
            FROM agent_day d WHERE d.revision = ANY ($1) AND d.day >= $2 AND d.day < $3
            UNION ALL
            SELECT p.agent_id, p.day, p.management_unit_id, p.version, p.revision, {DayColumns.Names}
            FROM agent_day_past p WHERE p.revision = ANY ($1) AND p.day >= $2 AND p.day < $3) h ON true
        """;

    private const string SelectTold = """
        SELECT agent_id, max(revision) FROM schedule_notice WHERE revision = ANY ($1) GROUP BY agent_id
        """;

    /// <summary>The version of all published schedules; 0: none was ever published.</summary>
    public async Task<long> VersionAsync(CancellationToken token) =>
        (await database.Command(SelectVersion, Scope.Value).ListAsync(row => row.GetInt64(0), token))[0];

    /// <summary>Which day it is by UTC and the database's clock.</summary>
    public async Task<LocalDate> TodayAsync(CancellationToken token) =>
        (await database.Command(SelectToday).ListAsync(
            row => LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(0)), token))[0];

    /// <summary>The days <c>[from, to)</c> of a unit, by agent and day; a day never published is not there.</summary>
    public Task<IReadOnlyList<AgentDay>> ListAsync(
        ManagementUnitId unit, LocalDate from, LocalDate to, CancellationToken token) =>
        database.Command(SelectOfUnit, unit.Value, from.ToDateOnly(), to.ToDateOnly()).ListAsync(Map, token);

    /// <summary>The agents of a unit who are employed on some day from then on, and some others, by name.</summary>
    public Task<IReadOnlyList<RosterRow>> ListRosterAsync(
        ManagementUnitId unit, LocalDate from, IEnumerable<AgentId> others, CancellationToken token) =>
        database.Command(
            SelectRoster, unit.Value, from.ToDateOnly(), others.Select(agent => agent.Value).ToArray()).ListAsync(
            row => new RosterRow(
                new AgentId(row.GetGuid(0)), row.GetString(1), row.GetString(2), row.Uuid(3), row.Uuid(4)), token);

    /// <summary>The same as it was at an earlier version.</summary>
    public Task<IReadOnlyList<AgentDay>> ListAsAtAsync(
        ManagementUnitId unit, LocalDate from, LocalDate to, long version, CancellationToken token) =>
        database.Command(SelectAsAt, unit.Value, from.ToDateOnly(), to.ToDateOnly(), version).ListAsync(Map, token);

    public Task<IReadOnlyList<AgentDay>> ListAsync(
        SqlSession session, IEnumerable<AgentId> agents, LocalDate from, LocalDate to, CancellationToken token) =>
        session.Command(
            SelectOfAgents, agents.Select(agent => agent.Value).ToArray(), from.ToDateOnly(), to.ToDateOnly())
            .ListAsync(Map, token);

    public Task<IReadOnlyList<AgentDay>> ListAsync(
        IEnumerable<AgentId> agents, LocalDate from, LocalDate to, CancellationToken token) =>
        ListAsync(database, agents, from, to, token);

    /// <summary>An agent's days <c>[from, to)</c>, and the version of the schedules that they are of.</summary>
    public async Task<(long Version, IReadOnlyList<AgentDay> Days)> ReadAsync(
        AgentId agent, LocalDate from, LocalDate to, CancellationToken token)
    {
        var rows = await database.Command(
            SelectOfAgent, Scope.Value, agent.Value, from.ToDateOnly(), to.ToDateOnly())
            .ListAsync(MapLive, token);
        return (rows[0].Version, Days(rows));
    }

    /// <summary>All that a day ever was, the latest first.</summary>
    public Task<IReadOnlyList<DayVersion>> ListVersionsAsync(AgentId agent, LocalDate day, CancellationToken token) =>
        database.Command(SelectVersions, agent.Value, day.ToDateOnly()).ListAsync(MapVersion, token);

    /// <summary>An agent's days from one on, however far they go, with when each was published.</summary>
    public Task<IReadOnlyList<DayVersion>> ListFromAsync(AgentId agent, LocalDate from, CancellationToken token) =>
        database.Command(SelectFrom, agent.Value, from.ToDateOnly()).ListAsync(MapVersion, token);

    /// <summary>The versions of a unit's schedule, the latest first.</summary>
    public Task<IReadOnlyList<ScheduleRevision>> ListRevisionsAsync(
        ManagementUnitId unit, long before, int limit, CancellationToken token) =>
        database.Command(SelectRevisions, unit.Value, before, limit).ListAsync(MapRevision, token);

    public Task<ScheduleRevision?> FindRevisionAsync(long version, CancellationToken token) =>
        database.Command(SelectRevision, version).FirstAsync(MapRevision, token);

    /// <summary>The version that a committed revision made.</summary>
    public async Task<long> VersionOfAsync(long revision, CancellationToken token) =>
        (await database.Command(SelectVersionOf, revision).ListAsync(row => row.GetInt64(0), token))[0];

    internal Task<ScopeSnapshot<LiveSchedules>> LoadAsync(
        int back, int ahead, CancellationToken token) => StoreAway.GuardAsync(
        "load the schedules of these days",
        async stop =>
        {
            var rows = await database.Command(SelectLive, Scope.Value, back, ahead).Patient(LongJobSeconds)
                .ListAsync(MapLive, stop);
            var today = rows[0].Today;
            return new ScopeSnapshot<LiveSchedules>(
                new ScopePosition(rows[0].Timeline, rows[0].Version),
                LiveSchedules.Of(today.PlusDays(-back), today.PlusDays(ahead), Days(rows)));
        },
        token);

    /// <summary>What revisions made of days, who was told of them, and the timeline they were read on.</summary>
    internal Task<MadeDays> ReadMadeAsync(
        long[] revisions, LocalDate from, LocalDate to, CancellationToken token) => StoreAway.GuardAsync(
        "read what was published",
        async stop =>
        {
            await using var batch = database.Batch()
                .Then(SelectMade, revisions, from.ToDateOnly(), to.ToDateOnly()).Then(SelectTold, revisions);
            batch.Timeout = LongJobSeconds;
            await using var reader = await batch.ExecuteReaderAsync(stop);
            var rows = await Commands.ReadAsync(reader, MapLive, stop);
            await reader.NextResultAsync(stop);
            var told = await Commands.ReadAsync(
                reader, row => (new AgentId(row.GetGuid(0)), row.GetInt64(1)), stop);
            return new MadeDays(rows[0].Timeline, Days(rows), told);
        },
        token);

    internal static AgentDay Map(NpgsqlDataReader row) => Map(row, 0);

    internal static AgentDay Map(NpgsqlDataReader row, int first) => new(
        new AgentId(row.GetGuid(first)), LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(first + 1)),
        new ManagementUnitId(row.GetGuid(first + 2)), row.GetInt64(first + 3), row.GetInt64(first + 4),
        DayColumns.Read(row, first + 5));

    private static DayVersion MapVersion(NpgsqlDataReader row) =>
        new(Map(row), row.GetInt64(9), row.GetString(10), row.Time(11));

    private static ScheduleRevision MapRevision(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), new ManagementUnitId(row.GetGuid(2)),
        Enum.Parse<RevisionKind>(row.GetString(3), ignoreCase: true),
        row.Uuid(4) is { } draft ? new DraftId(draft) : null, row.GetString(5), row.Time(6), row.GetString(7),
        row.GetInt32(8), row.GetInt32(9));

    private static (int Timeline, long Version, LocalDate Today, AgentDay? Day) MapLive(NpgsqlDataReader row) => (
        row.GetInt32(0), row.GetInt64(1), LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(2)),
        row.IsDBNull(3) ? null : Map(row, 3));

    private static IReadOnlyList<AgentDay> Days(
        IReadOnlyList<(int Timeline, long Version, LocalDate Today, AgentDay? Day)> rows) =>
        [.. rows.Where(row => row.Day is not null).Select(row => row.Day!)];
}
