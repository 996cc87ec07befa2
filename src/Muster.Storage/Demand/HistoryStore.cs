using Muster.Domain.Organization;
using Npgsql;
using NpgsqlTypes;

namespace Muster.Storage.Demand;

/// <summary>What came, by queue and interval. The same interval written again is the same row.</summary>
public sealed class HistoryStore(Database database)
{
    private const string InsertQueues = """
        INSERT INTO history_queue (business_unit_id, name) SELECT $1, name FROM unnest($2::text[]) AS r (name)
        ON CONFLICT DO NOTHING
        """;

    private const string SelectQueueIds =
        "SELECT name, id FROM history_queue WHERE business_unit_id = $1 AND name = ANY ($2)";

    // In the order of the key, as everybody writes them, so that no two imports wait for each other in a circle.
    private const string Put = """
        INSERT INTO history_interval AS h (queue_id, at, minutes, offered, handled, handle_seconds)
        SELECT * FROM unnest($1::int[], $2::timestamptz[], $3::smallint[], $4::float8[], $5::float8[], $6::float8[])
            AS r (queue_id, at, minutes, offered, handled, handle_seconds)
        ORDER BY queue_id, at
        ON CONFLICT (queue_id, at) DO UPDATE SET
            minutes = excluded.minutes, offered = excluded.offered, handled = excluded.handled,
            handle_seconds = excluded.handle_seconds
        WHERE (h.minutes, h.offered, h.handled, h.handle_seconds) IS DISTINCT FROM
            (excluded.minutes, excluded.offered, excluded.handled, excluded.handle_seconds)
        RETURNING xmax = 0
        """;

    private const string SelectQueues = """
        SELECT q.name, s.* FROM history_queue q, LATERAL (
            SELECT count(*), max(minutes)::int, sum(offered), min(at), max(at) FROM history_interval WHERE queue_id = q.id
        ) AS s
        WHERE q.business_unit_id = $1 AND s.count > 0 ORDER BY q.name
        """;

    private const string Select = """
        SELECT q.name, h.at, h.minutes::int, h.offered, h.handled, h.handle_seconds
        FROM history_queue q JOIN history_interval h ON h.queue_id = q.id
        WHERE q.business_unit_id = $1 AND q.name = ANY ($2) AND h.at >= $3 AND h.at < $4
        ORDER BY h.at
        """;

    // A statistic that counts what a queue has: sampling does for a table of its size.
    private const string Analyze = "ANALYZE history_interval";

    /// <summary>Writes intervals, at most as many as fit a statement comfortably; each at most once.</summary>
    public async Task<HistoryCounts> PutAsync(
        WriteTransaction transaction, BusinessUnitId unit, IReadOnlyList<HistoryRow> rows, CancellationToken token)
    {
        string[] names = [.. rows.Select(row => row.Queue).Distinct()];
        await transaction.Command(InsertQueues, unit.Value, names).ExecuteAsync(token);
        var ids = (await transaction.Command(SelectQueueIds, unit.Value, names)
            .ListAsync(row => (Name: row.GetString(0), Id: row.GetInt32(1)), token))
            .ToDictionary(row => row.Name, row => row.Id);
        var written = await transaction.Command(
            Put,
            rows.Select(row => ids[row.Queue]).ToArray(),
            Commands.Times(rows.Select(row => (DateTimeOffset?)row.At)),
            rows.Select(row => (short)row.Minutes).ToArray(),
            rows.Select(row => row.Offered).ToArray(),
            Numbers(rows.Select(row => row.Handled)),
            Numbers(rows.Select(row => row.HandleSeconds))).ListAsync(row => row.GetBoolean(0), token);
        var added = written.Count(isNew => isNew);
        return new HistoryCounts(added, written.Count - added, rows.Count - written.Count);
    }

    /// <summary>Tells the database's planner how much there is; for who writes much at once.</summary>
    public Task AnalyzeAsync(CancellationToken token) => database.Command(Analyze).ExecuteAsync(token);

    public Task<IReadOnlyList<HistoryQueue>> ListQueuesAsync(BusinessUnitId unit, CancellationToken token) =>
        database.Command(SelectQueues, unit.Value).ListAsync(
            row => new HistoryQueue(
                row.GetString(0), row.GetInt64(1), row.GetInt32(2), row.GetDouble(3), row.Time(4), row.Time(5)),
            token);

    /// <summary>Intervals of some queues that begin within <c>[from, to)</c>, in the order of time.</summary>
    public Task<IReadOnlyList<HistoryRow>> ReadAsync(
        BusinessUnitId unit, IEnumerable<string> queues, DateTimeOffset from, DateTimeOffset to,
        CancellationToken token) =>
        database.Command(Select, unit.Value, queues.ToArray(), Commands.Time(from), Commands.Time(to))
            .ListAsync(Map, token);

    private static HistoryRow Map(NpgsqlDataReader row) => new(
        row.GetString(0), row.Time(1), row.GetInt32(2), row.GetDouble(3),
        row.IsDBNull(4) ? null : row.GetDouble(4), row.IsDBNull(5) ? null : row.GetDouble(5));

    private static NpgsqlParameter Numbers(IEnumerable<double?> numbers) =>
        new() { Value = numbers.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Double };
}
