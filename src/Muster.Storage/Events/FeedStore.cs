using Muster.Domain.Organization;
using Muster.Domain.People;
using Npgsql;

namespace Muster.Storage.Events;

/// <summary>What those who follow the log ask beside its lines.</summary>
public sealed class FeedStore(Database database)
{
    private const int LongJobSeconds = 60;

    // Before an agent's time is looked at, several events may have left the state as it was.
    private const int Earlier = 5;

    // The first row is there without any source.
    private const string SelectLook = """
        SELECT clock_timestamp(), f.last, s.number, s.tenant_id, s.name, s.heard_at
        FROM event_feed f LEFT JOIN event_source s ON true
        """;

    private const string SelectBegin = """
        SELECT coalesce((SELECT min(first) - 1 FROM event_day WHERE day >= $1), (SELECT last FROM event_feed))
        """;

    // Of each agent by the index of each day's partition.
    private const string SelectEarlier = """
        SELECT e.seq, e.received_at, e.source, e.at, e.agent_id, e.state
        FROM unnest($1::uuid[]) a (id) CROSS JOIN LATERAL (
            SELECT l.seq, l.received_at, l.source, l.at, l.agent_id, l.state FROM event_log l
            WHERE l.agent_id = a.id AND l.at < $2 AND l.received_at >= $3 AND l.received_at < $4
            ORDER BY l.at DESC, l.seq DESC LIMIT $5) e
        """;

    private const string SelectStates = """
        SELECT id, source, state, reason FROM event_state WHERE $1::integer[] IS NULL OR id = ANY ($1)
        """;

    public async Task<FeedLook> LookAsync(CancellationToken token)
    {
        var rows = await database.Command(SelectLook).ListAsync(
            row => (Now: row.Time(0), Last: row.GetInt64(1), Source: row.IsDBNull(2)
                ? default
                : (row.GetInt32(2), new TenantId(row.GetGuid(3)), row.GetString(4), row.MaybeTime(5))), token);
        return new FeedLook(
            rows[0].Now, rows[0].Last, [.. rows.Select(row => row.Source).Where(source => source.Item1 > 0)]);
    }

    /// <summary>The place after which lie all events that were received on a day, by UTC, or later.</summary>
    public async Task<long> BeginAsync(DateOnly day, CancellationToken token) =>
        (await database.Command(SelectBegin, day).ListAsync(row => row.GetInt64(0), token))[0];

    /// <summary>The last few events of each of these agents before a moment, in no order.</summary>
    /// <param name="received">Only those that were received within <c>[from, to)</c>.</param>
    public Task<IReadOnlyList<LoggedEvent>> ListEarlierAsync(
        IEnumerable<AgentId> agents, DateTimeOffset before, (DateTimeOffset From, DateTimeOffset To) received,
        CancellationToken token) =>
        database.Command(
            SelectEarlier, agents.Select(agent => agent.Value).ToArray(), Commands.Time(before),
            Commands.Time(received.From), Commands.Time(received.To), Earlier)
            .Patient(LongJobSeconds).ListAsync(Map, token);

    /// <summary>States by their numbers.</summary>
    /// <param name="ids">These; null: all.</param>
    public Task<IReadOnlyList<EventState>> ListStatesAsync(IEnumerable<int>? ids, CancellationToken token) =>
        database.Command(SelectStates, Commands.Integers(ids)).ListAsync(
            row => new EventState(row.GetInt32(0), row.GetInt32(1), row.GetString(2), row.GetString(3)), token);

    private static LoggedEvent Map(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.Time(1), row.GetInt32(2), row.Time(3), new AgentId(row.GetGuid(4)), row.GetInt32(5));
}
