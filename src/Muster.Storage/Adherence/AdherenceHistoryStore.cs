using System.Text.Json;
using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Domain.Sources;
using Muster.Storage.People;
using NodaTime;
using Npgsql;

namespace Muster.Storage.Adherence;

/// <summary>Reads the stored results of adherence, for reports. The aggregator writes them.</summary>
public sealed class AdherenceHistoryStore(Database database)
{
    private const int LongJobSeconds = 300;

    // Removed ones, too: what they did stays.
    private const string SelectAgents = """
        SELECT id, management_unit_id, trim(first_name || ' ' || last_name), employee_number, details -> 'teams'
        FROM agent WHERE management_unit_id = ANY ($1)
        """;

    private const string SelectStored = """
        SELECT (SELECT min(starts_at) FROM adherence_interval), (SELECT until FROM adherence_position)
        """;

    private const string CountRecounts = """
        SELECT coalesce(sum(least(end_day, $3::date) - greatest(first_day, $2::date)), 0) FROM adherence_recount
        WHERE agent_id = ANY ($1) AND first_day < $3 AND end_day > $2
        """;

    // The first bound of time is for the planner, who prunes partitions by it.
    private const string SelectSums = """
        SELECT s.place, width_bucket(i.starts_at, $5::timestamptz[]) - 1,
            sum(i.adherent), sum(i.out), sum(i.explained), sum(i.unknown), sum(i.ignored), sum(i.unscheduled),
            sum(i.unscheduled_explained), sum(i.scheduled_on_queue), sum(i.scheduled_work), sum(i.work)
        FROM unnest($1::int[], $2::uuid[], $3::timestamptz[], $4::timestamptz[])
            AS s (place, agent_id, starts_at, ends_at)
        JOIN adherence_interval i
            ON i.agent_id = s.agent_id AND i.starts_at >= s.starts_at AND i.starts_at < s.ends_at
        WHERE i.starts_at >= ($5::timestamptz[])[1] AND i.starts_at < $6::timestamptz
        GROUP BY 1, 2
        """;

    private const string SelectExceptions = """
        SELECT s.place, e.day, e.starts_at, e.ends_at, e.verdict, e.impact, e.rule, e.activity_code_id, e.actual,
            e.source, e.state, e.reason, e.schedule_version, e.told_at, e.approval_id
        FROM unnest($1::int[], $2::uuid[], $3::date[], $4::date[]) AS s (place, agent_id, from_day, end_day)
        JOIN adherence_exception e
            ON e.agent_id = s.agent_id AND e.day >= s.from_day AND e.day < s.end_day
        WHERE e.day >= $5 AND e.day < $6
        ORDER BY e.day, s.place, e.starts_at
        """;

    /// <summary>Who belongs to units, in no order; also those who have left.</summary>
    public Task<IReadOnlyList<HistoryAgent>> ListAgentsAsync(
        IEnumerable<ManagementUnitId> units, CancellationToken token) =>
        database.Command(SelectAgents, units.Select(unit => unit.Value).ToArray()).ListAsync(
            row => new HistoryAgent(
                new AgentId(row.GetGuid(0)), new ManagementUnitId(row.GetGuid(1)), row.GetString(2), row.Text(3),
                Teams(row.Text(4))),
            token);

    public async Task<HistoryStored> StoredAsync(CancellationToken token) =>
        (await database.Command(SelectStored).ListAsync(
            row => new HistoryStored(row.MaybeTime(0), row.MaybeTime(1)), token))[0];

    /// <summary>How many days of agents wait to be judged anew, of <c>[from, end)</c>.</summary>
    public async Task<long> CountRecountsAsync(
        IEnumerable<AgentId> agents, (LocalDate From, LocalDate End) days, CancellationToken token) =>
        (await database.Command(
            CountRecounts, agents.Select(agent => agent.Value).ToArray(), days.From.ToDateOnly(),
            days.End.ToDateOnly()).ListAsync(row => row.GetInt64(0), token))[0];

    /// <summary>Sums of what is stored, in no order; none where nothing is.</summary>
    /// <param name="shares">Whose time counts for whom.</param>
    /// <param name="parts">When each part of the time begins; the last one ends at <paramref name="end"/>.</param>
    public Task<IReadOnlyList<HistorySum>> SumAsync(
        IReadOnlyCollection<HistoryShare> shares, IReadOnlyCollection<Instant> parts, Instant end,
        CancellationToken token) =>
        database.Command(
            SelectSums,
            shares.Select(share => share.Place).ToArray(),
            shares.Select(share => share.Agent.Value).ToArray(),
            Commands.Times(shares.Select(share => (DateTimeOffset?)share.Start.ToDateTimeOffset())),
            Commands.Times(shares.Select(share => (DateTimeOffset?)share.End.ToDateTimeOffset())),
            Commands.Times(parts.Select(part => (DateTimeOffset?)part.ToDateTimeOffset())),
            Commands.Time(end.ToDateTimeOffset()))
            .Patient(LongJobSeconds).ListAsync(Map, token);

    /// <summary>Exceptions of days <c>[from, end)</c>: by day, then by place, then by their start.</summary>
    /// <param name="shares">Whose days.</param>
    public Task<IReadOnlyList<StoredException>> ListExceptionsAsync(
        IReadOnlyCollection<HistoryDays> shares, (LocalDate From, LocalDate End) days, CancellationToken token) =>
        database.Command(
            SelectExceptions,
            shares.Select(share => share.Place).ToArray(),
            shares.Select(share => share.Agent.Value).ToArray(),
            Commands.Dates(shares.Select(share => share.From)),
            Commands.Dates(shares.Select(share => share.End)),
            days.From.ToDateOnly(), days.End.ToDateOnly())
            .Patient(LongJobSeconds).ListAsync(MapException, token);

    private static StoredException MapException(NpgsqlDataReader row) => new(
        row.GetInt32(0), LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(1)), Moment(row, 2), Moment(row, 3),
        row.GetString(4), row.GetString(5), row.GetString(6), row.Uuid(7), row.GetString(8), row.Text(9), row.Text(10),
        row.Text(11), row.GetInt64(12), row.MaybeTime(13) is null ? null : Moment(row, 13), row.Uuid(14));

    private static Instant Moment(NpgsqlDataReader row, int column) => Instant.FromDateTimeOffset(row.Time(column));

    private static HistorySum Map(NpgsqlDataReader row) => new(row.GetInt32(0), row.GetInt32(1))
    {
        In = row.GetInt64(2),
        Out = row.GetInt64(3),
        Explained = row.GetInt64(4),
        Unknown = row.GetInt64(5),
        Ignored = row.GetInt64(6),
        Unscheduled = row.GetInt64(7),
        UnscheduledExplained = row.GetInt64(8),
        ScheduledOnQueue = row.GetInt64(9),
        ScheduledWork = row.GetInt64(10),
        Work = row.GetInt64(11),
    };

    private static DatedList<TeamId> Teams(string? json) => new(
    [
        .. (json is null ? [] : JsonSerializer.Deserialize<AgentDetails.DatedRow[]>(json, SourceJson.Options) ?? [])
            .Select(row => new Dated<TeamId>(row.From, row.Id is { } id ? new TeamId(id) : null)),
    ]);
}
