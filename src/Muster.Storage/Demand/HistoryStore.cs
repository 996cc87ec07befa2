using Muster.Domain.Organization;
using Npgsql;
using NpgsqlTypes;

namespace Muster.Storage.Demand;

/// <summary>What came, by queue and interval. The same interval written again is the same row.</summary>
public sealed class HistoryStore(Database database)
{
    private const int RowsAtOnce = 20_000;

    // Sorted, as everybody inserts them, so that no two imports wait for each other in a circle.
    private const string InsertQueues = """
        INSERT INTO history_queue (business_unit_id, name, minutes)
        SELECT $1, name, minutes FROM unnest($2::text[], $3::smallint[]) AS r (name, minutes) ORDER BY name
        ON CONFLICT DO NOTHING
        """;

    private const string SelectQueueIds =
        "SELECT name, id, minutes::int FROM history_queue WHERE business_unit_id = $1 AND name = ANY ($2)";

    // In the order of the key, as everybody writes them, so that no two imports wait for each other in a circle.
    private const string Put = """
        INSERT INTO history_interval AS h (queue_id, at, offered, handled, handle_seconds)
        SELECT * FROM unnest($1::int[], $2::timestamptz[], $3::float8[], $4::float8[], $5::float8[])
            AS r (queue_id, at, offered, handled, handle_seconds)
        ORDER BY queue_id, at
        ON CONFLICT (queue_id, at) DO UPDATE SET
            offered = excluded.offered, handled = excluded.handled, handle_seconds = excluded.handle_seconds
        WHERE (h.offered, h.handled, h.handle_seconds) IS DISTINCT FROM
            (excluded.offered, excluded.handled, excluded.handle_seconds)
        RETURNING xmax = 0
        """;

    private const string SelectQueues = """
        SELECT q.name, q.minutes::int, s.* FROM history_queue q, LATERAL (
            SELECT count(*), sum(offered), min(at), max(at) FROM history_interval WHERE queue_id = q.id
        ) AS s
        WHERE q.business_unit_id = $1 AND s.count > 0 ORDER BY q.name
        """;

    private const string Select = """
        SELECT q.name, h.at, q.minutes::int, h.offered, h.handled, h.handle_seconds
        FROM history_queue q JOIN history_interval h ON h.queue_id = q.id
        WHERE q.business_unit_id = $1 AND q.name = ANY ($2) AND h.at >= $3 AND h.at < $4
        ORDER BY h.at
        """;

    // By its own end and not by today: what is brought in may have ended long ago.
    private const string SelectLatest = """
        WITH queue AS (SELECT id, name, minutes FROM history_queue WHERE business_unit_id = $1 AND name = ANY ($2)),
            last AS (
                SELECT max(t.at) AS at
                FROM queue q, LATERAL (SELECT max(at) AS at FROM history_interval WHERE queue_id = q.id) AS t)
        SELECT q.name, h.at, q.minutes::int, h.offered, h.handled, h.handle_seconds
        FROM queue q JOIN history_interval h ON h.queue_id = q.id, last
        WHERE h.at >= last.at - $3::interval
        ORDER BY h.at
        """;

    private const string Delete = "DELETE FROM history_queue WHERE business_unit_id = $1 AND name = $2";

    private const string Analyze = "ANALYZE history_interval";

    /// <summary>Makes queues that are new, and answers the length of the intervals of each.</summary>
    public async Task<IReadOnlyDictionary<string, (int Id, int Minutes)>> OpenQueuesAsync(
        WriteTransaction transaction, BusinessUnitId unit, IReadOnlyDictionary<string, int> minutesByName,
        CancellationToken token)
    {
        string[] names = [.. minutesByName.Keys];
        short[] minutes = [.. minutesByName.Values.Select(value => (short)value)];
        await transaction.Command(InsertQueues, unit.Value, names, minutes).ExecuteAsync(token);
        return (await transaction.Command(SelectQueueIds, unit.Value, names)
            .ListAsync(row => (Name: row.GetString(0), Id: row.GetInt32(1), Minutes: row.GetInt32(2)), token))
            .ToDictionary(row => row.Name, row => (row.Id, row.Minutes));
    }

    /// <summary>Writes intervals, each at most once, in statements that the time-out does not know.</summary>
    /// <param name="queues">The ids of their queues by name.</param>
    public async Task<HistoryCounts> PutAsync(
        WriteTransaction transaction, IReadOnlyDictionary<string, (int Id, int Minutes)> queues,
        IReadOnlyList<HistoryInterval> rows, CancellationToken token)
    {
        var counts = default(HistoryCounts);
        foreach (var some in rows.Chunk(RowsAtOnce))
        {
            var written = await transaction.Command(
                Put,
                some.Select(row => queues[row.Queue].Id).ToArray(),
                Commands.Times(some.Select(row => (DateTimeOffset?)row.At)),
                some.Select(row => row.Offered).ToArray(),
                Numbers(some.Select(row => row.Handled)),
                Numbers(some.Select(row => row.HandleSeconds))).ListAsync(row => row.GetBoolean(0), token);
            var added = written.Count(isNew => isNew);
            counts += new HistoryCounts(added, written.Count - added, some.Length - written.Count);
        }

        return counts;
    }

    /// <summary>Forgets everything of a queue.</summary>
    /// <returns>False when there is no such queue.</returns>
    public async Task<bool> RemoveAsync(
        WriteTransaction transaction, BusinessUnitId unit, string queue, CancellationToken token) =>
        await transaction.Command(Delete, unit.Value, queue).ExecuteAsync(token) == 1;

    /// <summary>Tells the database's planner how much there is; for who writes much at once.</summary>
    public Task AnalyzeAsync(CancellationToken token) => database.Command(Analyze).ExecuteAsync(token);

    public Task<IReadOnlyList<HistoryQueue>> ListQueuesAsync(BusinessUnitId unit, CancellationToken token) =>
        database.Command(SelectQueues, unit.Value).ListAsync(
            row => new HistoryQueue(
                row.GetString(0), row.GetInt64(2), row.GetInt32(1), row.GetDouble(3), row.Time(4), row.Time(5)),
            token);

    /// <summary>Intervals of some queues that begin within <c>[from, to)</c>, in the order of time.</summary>
    public Task<IReadOnlyList<HistoryInterval>> ReadAsync(
        BusinessUnitId unit, IEnumerable<string> queues, DateTimeOffset from, DateTimeOffset to,
        CancellationToken token) =>
        database.Command(Select, unit.Value, queues.ToArray(), Commands.Time(from), Commands.Time(to))
            .ListAsync(Map, token);

    /// <summary>The last part of the history of some queues, in the order of time.</summary>
    public Task<IReadOnlyList<HistoryInterval>> ReadLatestAsync(
        BusinessUnitId unit, IEnumerable<string> queues, TimeSpan length, CancellationToken token) =>
        database.Command(SelectLatest, unit.Value, queues.ToArray(), length).ListAsync(Map, token);

    private static HistoryInterval Map(NpgsqlDataReader row) => new(
        row.GetString(0), row.Time(1), row.GetInt32(2), row.GetDouble(3),
        row.IsDBNull(4) ? null : row.GetDouble(4), row.IsDBNull(5) ? null : row.GetDouble(5));

    private static NpgsqlParameter Numbers(IEnumerable<double?> numbers) =>
        new() { Value = numbers.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Double };
}
