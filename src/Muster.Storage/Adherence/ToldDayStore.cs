using Muster.Cluster.Streams;
using Muster.Domain.People;
using Muster.Storage.Schedules;
using NodaTime;
using Npgsql;

namespace Muster.Storage.Adherence;

/// <summary>Published days in all their versions, with when agents were told: what adherence is judged by.</summary>
public sealed class ToldDayStore(Database database)
{
    private const int LongJobSeconds = 60;

    private const string Columns = $"agent_id, day, management_unit_id, version, revision, {DayColumns.Names}";

    private const string Which = """
        day >= $2 AND day < $3 AND ($4::uuid[] IS NULL OR agent_id = ANY ($4))
            AND ($5::bigint[] IS NULL OR revision = ANY ($5))
        """;

    // One statement, so one snapshot: the days are those of that position. The first row is there without any day.
    private const string SelectDays = $"""
        SELECT t.timeline, t.version, h.*, r.version, r.author, r.at,
            CASE WHEN n.is_short THEN n.delivered_at ELSE r.at END
        FROM (
            SELECT timeline() AS timeline, coalesce((SELECT version FROM scope WHERE name = $1), 0) AS version) t
        LEFT JOIN (
            SELECT {Columns} FROM agent_day WHERE {Which}
            UNION ALL
            SELECT {Columns} FROM agent_day_past WHERE {Which}) h ON true
        LEFT JOIN schedule_revision r ON r.id = h.revision
        LEFT JOIN schedule_notice n ON n.revision = h.revision AND n.agent_id = h.agent_id
        """;

    private const string SelectDelivered = """
        SELECT agent_id, revision, delivered_at FROM schedule_notice WHERE delivered_at >= $1
        """;

    /// <summary>All versions of the days <c>[from, to)</c>, in no order.</summary>
    public Task<ScopeSnapshot<IReadOnlyList<ToldDay>>> LoadAsync(
        LocalDate from, LocalDate to, CancellationToken token) => ReadAsync((from, to), null, null, token);

    /// <summary>The same, of some agents.</summary>
    public Task<ScopeSnapshot<IReadOnlyList<ToldDay>>> OfAgentsAsync(
        (LocalDate From, LocalDate To) days, IEnumerable<AgentId> agents, CancellationToken token) =>
        ReadAsync(days, [.. agents.Select(agent => agent.Value)], null, token);

    /// <summary>What revisions made of the days <c>[from, to)</c>.</summary>
    /// <param name="agents">Of these; null: of all.</param>
    public Task<ScopeSnapshot<IReadOnlyList<ToldDay>>> OfRevisionsAsync(
        (LocalDate From, LocalDate To) days, IEnumerable<long> revisions, IEnumerable<AgentId>? agents,
        CancellationToken token) =>
        ReadAsync(days, agents?.Select(agent => agent.Value).ToArray(), [.. revisions], token);

    /// <summary>Notices that were delivered at a moment or later.</summary>
    public Task<IReadOnlyList<(AgentId Agent, long Revision, DateTimeOffset At)>> ListDeliveredAsync(
        DateTimeOffset since, CancellationToken token) =>
        database.Command(SelectDelivered, Commands.Time(since)).ListAsync(
            row => (new AgentId(row.GetGuid(0)), row.GetInt64(1), row.Time(2)), token);

    private Task<ScopeSnapshot<IReadOnlyList<ToldDay>>> ReadAsync(
        (LocalDate From, LocalDate To) days, Guid[]? agents, long[]? revisions, CancellationToken token) =>
        StoreAway.GuardAsync(
            "read published days and who was told of them",
            async stop =>
            {
                var rows = await database.Command(
                    SelectDays, ScheduleStore.Scope.Value, days.From.ToDateOnly(), days.To.ToDateOnly(),
                    Commands.Uuids(agents?.Select(id => (Guid?)id)), Commands.Longs(revisions))
                    .Patient(LongJobSeconds).ListAsync(Map, stop);
                return new ScopeSnapshot<IReadOnlyList<ToldDay>>(
                    rows[0].Position, [.. rows.Select(row => row.Day).OfType<ToldDay>()]);
            },
            token);

    private static (ScopePosition Position, ToldDay? Day) Map(NpgsqlDataReader row) => (
        new ScopePosition(row.GetInt32(0), row.GetInt64(1)),
        row.IsDBNull(2)
            ? null
            : new ToldDay(
                ScheduleStore.Map(row, 2), row.GetInt64(11), row.GetString(12), row.Time(13), row.MaybeTime(14)));
}
