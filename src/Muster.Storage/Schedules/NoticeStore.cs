using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Domain.Schedules;
using NodaTime;
using Npgsql;

namespace Muster.Storage.Schedules;

/// <summary>What agents were told of changed schedules. <see cref="PublishStore"/> writes them.</summary>
public sealed class NoticeStore(Database database)
{
    private const string Columns = """
        n.id, n.agent_id, r.version, n.days, n.is_short, r.author, r.note, n.at, n.delivered_at, n.acknowledged_at,
        trim(a.first_name || ' ' || a.last_name)
        """;

    private const string Tables = """
        schedule_notice n JOIN schedule_revision r ON r.id = n.revision JOIN agent a ON a.id = n.agent_id
        """;

    // What a day was with a version, and what it was before.
    private const string SelectChanges = """
        SELECT r.version, h.day, h.starts, h.minutes, h.layers, h.codes, p.starts, p.minutes, p.layers, p.codes
        FROM schedule_revision r JOIN (
            SELECT agent_id, day, revision, starts, minutes, layers, codes FROM agent_day
            WHERE agent_id = $1
            UNION ALL
            SELECT agent_id, day, revision, starts, minutes, layers, codes FROM agent_day_past
            WHERE agent_id = $1) h ON h.revision = r.id
        LEFT JOIN agent_day_past p ON p.agent_id = h.agent_id AND p.day = h.day AND p.replaced_by = r.id
        WHERE r.version = ANY ($2) ORDER BY r.version, h.day
        """;

    private const string SelectOfAgent = $"""
        SELECT {Columns} FROM {Tables}
        WHERE n.agent_id = $1 AND ($2 OR n.acknowledged_at IS NULL) ORDER BY n.at DESC, n.id LIMIT $3
        """;

    private const string SelectOfUnit = $"""
        SELECT {Columns} FROM {Tables}
        WHERE r.management_unit_id = $1 AND (r.version < $2 OR r.version = $2 AND n.agent_id > $3)
            AND ($4 = 0 OR r.version = $4)
        ORDER BY r.version DESC, n.agent_id LIMIT $5
        """;

    // Once: what has arrived, has arrived when it did. By the database's clock: nodes ask it for what is new since.
    private const string SetDelivered = """
        UPDATE schedule_notice SET delivered_at = clock_timestamp()
        WHERE agent_id = $1 AND id = ANY ($2) AND delivered_at IS NULL
        """;

    private const string SetAcknowledged = """
        UPDATE schedule_notice
        SET acknowledged_at = coalesce(acknowledged_at, $3),
            delivered_at = coalesce(delivered_at, clock_timestamp())
        WHERE agent_id = $1 AND (id = $2 OR $2 IS NULL)
        """;

    /// <summary>The latest first.</summary>
    /// <param name="all">Also those that were acknowledged.</param>
    public Task<IReadOnlyList<ScheduleNotice>> ListAsync(
        AgentId agent, bool all, int limit, CancellationToken token) =>
        database.Command(SelectOfAgent, agent.Value, all, limit).ListAsync(Map, token);

    /// <summary>What the agents of a unit were told, the latest version first.</summary>
    /// <param name="version">Of this one only; null: of all.</param>
    public Task<IReadOnlyList<ScheduleNotice>> ListOfUnitAsync(
        ManagementUnitId unit, (long Version, Guid Agent) after, long? version, int limit, CancellationToken token) =>
        database.Command(SelectOfUnit, unit.Value, after.Version, after.Agent, version ?? 0, limit)
            .ListAsync(Map, token);

    /// <summary>What versions made of an agent's days, by version and day.</summary>
    public Task<IReadOnlyList<DayChange>> ListChangesAsync(
        AgentId agent, IEnumerable<long> versions, CancellationToken token) =>
        database.Command(SelectChanges, agent.Value, versions.ToArray()).ListAsync(
            row => new DayChange(
                row.GetInt64(0), LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(1)),
                row.IsDBNull(6) ? null : DayColumns.Read(row, 6), DayColumns.Read(row, 2)), token);

    /// <summary>Notes that the agent has got some.</summary>
    public Task<int> DeliverAsync(AgentId agent, IEnumerable<Guid> ids, CancellationToken token) =>
        database.Command(SetDelivered, agent.Value, ids.ToArray()).ExecuteAsync(token);

    /// <param name="id">Null: all of them.</param>
    /// <returns>How many there are.</returns>
    public Task<int> AcknowledgeAsync(
        WriteTransaction transaction, AgentId agent, Guid? id, CancellationToken token) =>
        transaction.Command(
            SetAcknowledged, agent.Value, Commands.Uuid(id), Commands.Time(transaction.Context.At))
            .ExecuteAsync(token);

    private static ScheduleNotice Map(NpgsqlDataReader row) => new(
        row.GetGuid(0), new AgentId(row.GetGuid(1)), row.GetString(10), row.GetInt64(2),
        [.. row.GetFieldValue<DateOnly[]>(3).Select(LocalDate.FromDateOnly)], row.GetBoolean(4), row.GetString(5),
        row.GetString(6), row.Time(7), row.MaybeTime(8), row.MaybeTime(9));
}
