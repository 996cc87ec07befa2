using Muster.Domain.Organization;
using Muster.Domain.People;
using NodaTime;
using Npgsql;

namespace Muster.Storage.Adherence;

/// <summary>What was told of time that had passed: events, schedules, notices, rules and approvals.</summary>
public sealed class PastStore(Database database)
{
    private const int LongJobSeconds = 60;

    // After so many events of an agent, a late one before them has no effect any more: some leave the state as it is.
    private const int Later = 5;

    // Received on the day of the first place, or later: so the partitions before are left out.
    private const string SelectEvents = """
        SELECT l.agent_id, l.first_at, n.at
        FROM (
            SELECT agent_id, min(at) AS first_at, max(at) AS last_at FROM event_log
            WHERE seq > $1::bigint AND seq <= $2::bigint AND at < $3::timestamptz
                AND received_at >= coalesce(
                    (SELECT max(d.day) FROM event_day d WHERE d.first <= $1 + 1)::timestamp AT TIME ZONE 'UTC',
                    '-infinity')
            GROUP BY agent_id) l
        LEFT JOIN LATERAL (
            SELECT e.at FROM event_log e
            WHERE e.agent_id = l.agent_id AND e.at > l.last_at AND e.received_at >= l.last_at - interval '2 minutes'
            ORDER BY e.at, e.seq OFFSET $4::integer LIMIT 1) n ON true
        """;

    private const string SelectDays = """
        SELECT d.agent_id, min(d.day), max(d.day), 0::bigint
        FROM (
            SELECT a.agent_id, a.day FROM schedule_revision r JOIN agent_day a ON a.revision = r.id
            WHERE r.version > $1::bigint AND r.version <= $2::bigint AND a.day < $3::date
            UNION ALL
            SELECT a.agent_id, a.day FROM schedule_revision r JOIN agent_day_past a ON a.revision = r.id
            WHERE r.version > $1::bigint AND r.version <= $2::bigint AND a.day < $3::date) d
        GROUP BY d.agent_id
        """;

    private const string SelectNotices = """
        SELECT n.agent_id, min(d.day), max(d.day), n.revision
        FROM schedule_notice n CROSS JOIN LATERAL unnest(n.days) d (day)
        WHERE n.delivered_at >= $1::timestamptz AND n.is_short AND d.day < $2::date
        GROUP BY n.agent_id, n.revision
        """;

    // By version where these are known, else by when they were written.
    private const string SelectRules = """
        SELECT c.business_unit_id, c.from_day FROM adherence_rule_change c
        WHERE ($3::timestamptz IS NOT NULL AND c.at >= $3) OR EXISTS (
            SELECT FROM unnest($1::uuid[], $2::bigint[]) v (unit, version)
            WHERE v.unit = c.business_unit_id AND v.version = c.version)
        """;

    private const string SelectApprovals = """
        SELECT agent_id, starts_at, ends_at FROM adherence_approval
        WHERE id = ANY ($1::uuid[]) OR at >= $2::timestamptz OR removed_at >= $2::timestamptz
        """;

    private const string SelectAgents = """
        SELECT id FROM agent
        WHERE management_unit_id IS NOT NULL AND ($1::uuid[] IS NULL OR management_unit_id = ANY ($1))
            AND ($2::integer[] IS NULL OR tenant_id IN (
                SELECT s.tenant_id FROM event_source s WHERE s.number = ANY ($2)))
        """;

    // Events are mostly told on the day on which they happen.
    private const string SelectFirstDay = """
        SELECT least((SELECT min(day) - 1 FROM event_day), (SELECT min(day) FROM agent_day))
        """;

    /// <summary>Events of places <c>(after, to]</c> that happened before a moment, one row for each agent.</summary>
    public Task<IReadOnlyList<ToldPast>> ListEventsAsync(
        long after, long to, DateTimeOffset before, CancellationToken token) =>
        database.Command(SelectEvents, after, to, Commands.Time(before), Later - 1).Patient(LongJobSeconds).ListAsync(
            row => new ToldPast(new AgentId(row.GetGuid(0)), row.Time(1), row.MaybeTime(2)), token);

    /// <summary>Days before one that versions <c>(after, to]</c> of the published schedules have changed.</summary>
    public Task<IReadOnlyList<ToldPastDays>> ListDaysAsync(
        long after, long to, LocalDate before, CancellationToken token) =>
        database.Command(SelectDays, after, to, before.ToDateOnly()).Patient(LongJobSeconds).ListAsync(MapDays, token);

    /// <summary>
    /// Days before one of which agents were told at a moment or later, where that was at short notice.
    /// </summary>
    public Task<IReadOnlyList<ToldPastDays>> ListNoticesAsync(
        DateTimeOffset since, LocalDate before, CancellationToken token) =>
        database.Command(SelectNotices, Commands.Time(since), before.ToDateOnly()).ListAsync(MapDays, token);

    /// <summary>From which day on rules have changed; null: since ever.</summary>
    /// <param name="versions">Units and versions of their rules that were written.</param>
    /// <param name="since">All that were written since then; null: none besides.</param>
    public Task<IReadOnlyList<(BusinessUnitId Unit, LocalDate? From)>> ListRulesAsync(
        IReadOnlyCollection<(Guid Unit, long Version)> versions, DateTimeOffset? since, CancellationToken token) =>
        database.Command(
            SelectRules, versions.Select(one => one.Unit).ToArray(), versions.Select(one => one.Version).ToArray(),
            Commands.Time(since))
            .ListAsync(row => (new BusinessUnitId(row.GetGuid(0)), MaybeDay(row, 1)), token);

    /// <summary>The time that approvals are of, given and taken back.</summary>
    /// <param name="since">All that changed since then; null: none besides.</param>
    public Task<IReadOnlyList<ToldPast>> ListApprovalsAsync(
        IEnumerable<Guid> ids, DateTimeOffset? since, CancellationToken token) =>
        database.Command(SelectApprovals, ids.ToArray(), Commands.Time(since)).ListAsync(
            row => new ToldPast(new AgentId(row.GetGuid(0)), row.Time(1), row.Time(2)), token);

    /// <summary>Agents of units, whether they have left or not.</summary>
    /// <param name="units">Of these; null: of any.</param>
    /// <param name="sources">Of the tenants of these; null: of any.</param>
    public Task<IReadOnlyList<AgentId>> ListAgentsAsync(
        IEnumerable<ManagementUnitId>? units, IEnumerable<int>? sources, CancellationToken token) =>
        database.Command(
            SelectAgents, Commands.Uuids(units?.Select(unit => (Guid?)unit.Value)), Commands.Integers(sources))
            .Patient(LongJobSeconds).ListAsync(row => new AgentId(row.GetGuid(0)), token);

    /// <summary>
    /// The first day that is scheduled or on whose next day events were told; null: there is neither.
    /// </summary>
    public async Task<LocalDate?> FirstDayAsync(CancellationToken token) =>
        (await database.Command(SelectFirstDay).ListAsync(row => MaybeDay(row, 0), token))[0];

    private static LocalDate? MaybeDay(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(column));

    private static ToldPastDays MapDays(NpgsqlDataReader row) => new(
        new AgentId(row.GetGuid(0)), LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(1)),
        LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(2)), row.GetInt64(3));
}
