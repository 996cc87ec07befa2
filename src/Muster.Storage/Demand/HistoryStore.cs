using Muster.Domain.Organization;
using Npgsql;

namespace Muster.Storage.Demand;

/// <summary>What came, by queue and interval. The same interval written again is the same row.</summary>
public sealed class HistoryStore(Database database)
{
    private const int RowsAtOnce = 5_000;

    // A forecast reads years: in parts, so that no statement of it runs into the time-out.
    private static readonly TimeSpan ReadAtOnce = TimeSpan.FromDays(183);

    // Sorted, as everybody inserts them, so that no two imports wait for each other in a circle.
    private const string InsertQueues = """
        INSERT INTO history_queue (business_unit_id, name, minutes)
        SELECT $1, name, minutes FROM unnest($2::text[], $3::smallint[]) AS r (name, minutes) ORDER BY name
        ON CONFLICT DO NOTHING
        """;

    // Locked until the end, in the order of ids: who writes the same queues waits here, and not in a circle, their
    // totals are exact, and nobody forgets a queue that is being written.
    private const string LockQueues = """
        SELECT name, id, minutes::int FROM history_queue
        WHERE business_unit_id = $1 AND name = ANY ($2) AND forgotten_at IS NULL
        ORDER BY id FOR NO KEY UPDATE
        """;

    // What a row was before is read from the table as it was when the statement began.
    private const string Put = """
        WITH put AS (
            INSERT INTO history_interval AS h (queue_id, at, offered, handled, handle_seconds)
            SELECT * FROM unnest($1::int[], $2::timestamptz[], $3::float8[], $4::float8[], $5::float8[])
            ON CONFLICT (queue_id, at) DO UPDATE SET
                offered = excluded.offered, handled = excluded.handled, handle_seconds = excluded.handle_seconds
            WHERE (h.offered, h.handled, h.handle_seconds) IS DISTINCT FROM
                (excluded.offered, excluded.handled, excluded.handle_seconds)
            RETURNING queue_id, at, offered, xmax = 0 AS is_new
        ), sums AS (
            SELECT queue_id, (count(*) FILTER (WHERE is_new))::int AS added,
                (count(*) FILTER (WHERE NOT is_new))::int AS changed,
                sum(offered - CASE WHEN is_new THEN 0 ELSE (
                    SELECT b.offered FROM history_interval b WHERE b.queue_id = put.queue_id AND b.at = put.at
                ) END) AS offered,
                min(at) AS first_at, max(at) AS last_at
            FROM put GROUP BY queue_id
        )
        UPDATE history_queue AS q SET
            intervals = q.intervals + s.added, offered = greatest(0, q.offered + s.offered),
            first_at = least(q.first_at, s.first_at), last_at = greatest(q.last_at, s.last_at)
        FROM sums s WHERE q.id = s.queue_id
        RETURNING s.added, s.changed
        """;

    private const string SelectQueues = """
        SELECT name, intervals, minutes::int, offered, first_at, last_at FROM history_queue
        WHERE business_unit_id = $1 AND forgotten_at IS NULL AND intervals > 0 ORDER BY name
        """;

    private const string SelectSums = """
        SELECT at, minutes, sum(offered), coalesce(sum(contacts) FILTER (WHERE is_timed), 0),
            coalesce(sum(handle_seconds) FILTER (WHERE is_timed), 0)
        FROM (
            SELECT h.at, q.minutes::int AS minutes, h.offered, h.handle_seconds,
                coalesce(h.handled, h.offered) AS contacts,
                h.handle_seconds IS NOT NULL AND coalesce(h.handled, h.offered) > 0 AS is_timed
            FROM history_queue q JOIN history_interval h ON h.queue_id = q.id
            WHERE q.business_unit_id = $1 AND q.name = ANY ($2) AND q.forgotten_at IS NULL
                AND h.at >= $3 AND h.at < $4
        ) AS r
        GROUP BY at, minutes ORDER BY at
        """;

    private const string SelectLast = """
        SELECT max(last_at) FROM history_queue
        WHERE business_unit_id = $1 AND name = ANY ($2) AND forgotten_at IS NULL
        """;

    private const string Forget = """
        UPDATE history_queue SET forgotten_at = $3 WHERE business_unit_id = $1 AND name = $2 AND forgotten_at IS NULL
        """;

    private const string DeleteForgotten = """
        DELETE FROM history_interval WHERE (queue_id, at) IN (
            SELECT h.queue_id, h.at FROM history_queue q, LATERAL (
                SELECT queue_id, at FROM history_interval WHERE queue_id = q.id LIMIT $2
            ) AS h
            WHERE q.forgotten_at < $1 LIMIT $2)
        """;

    private const string DeleteForgottenQueues = """
        DELETE FROM history_queue WHERE id IN (
            SELECT q.id FROM history_queue q
            WHERE q.forgotten_at < $1 AND NOT EXISTS (SELECT FROM history_interval WHERE queue_id = q.id) LIMIT $2)
        """;

    private const string Analyze = "ANALYZE history_interval";

    /// <summary>Makes queues that are new, locks all, and answers the length of the intervals of each.</summary>
    /// <returns>Without queues that were forgotten at the same moment.</returns>
    public async Task<IReadOnlyDictionary<string, (int Id, int Minutes)>> OpenQueuesAsync(
        WriteTransaction transaction, BusinessUnitId unit, IReadOnlyDictionary<string, int> minutesByName,
        CancellationToken token)
    {
        string[] names = [.. minutesByName.Keys];
        short[] minutes = [.. minutesByName.Values.Select(value => (short)value)];
        await transaction.Command(InsertQueues, unit.Value, names, minutes).ExecuteAsync(token);
        return (await transaction.Command(LockQueues, unit.Value, names)
            .ListAsync(row => (Name: row.GetString(0), Id: row.GetInt32(1), Minutes: row.GetInt32(2)), token))
            .ToDictionary(row => row.Name, row => (row.Id, row.Minutes));
    }

    /// <summary>Writes intervals, each at most once, in as many statements as the time-out needs.</summary>
    /// <param name="queues">Their queues by name, as opened.</param>
    public async Task<HistoryCounts> PutAsync(
        WriteTransaction transaction, IReadOnlyDictionary<string, (int Id, int Minutes)> queues,
        IReadOnlyList<HistoryInterval> rows, CancellationToken token)
    {
        var counts = default(HistoryCounts);
        // In the order of the key: neighbours lie in the same pages. A million rows are not sorted in vain: a
        // transaction that says nothing for two seconds is ended by the database.
        IEnumerable<HistoryInterval> inOrder = IsInOrder(rows)
            ? rows
            : rows.OrderBy(row => queues[row.Queue].Id).ThenBy(row => row.At);
        foreach (var some in inOrder.Chunk(RowsAtOnce))
        {
            var written = await transaction.Command(
                Put,
                some.Select(row => queues[row.Queue].Id).ToArray(),
                Commands.Times(some.Select(row => (DateTimeOffset?)row.At)),
                some.Select(row => row.Offered).ToArray(),
                Commands.Doubles(some.Select(row => row.Handled)),
                Commands.Doubles(some.Select(row => row.HandleSeconds)))
                .ListAsync(row => (Added: row.GetInt32(0), Changed: row.GetInt32(1)), token);
            var (added, changed) = (written.Sum(queue => queue.Added), written.Sum(queue => queue.Changed));
            counts += new HistoryCounts(added, changed, some.Length - added - changed);
        }

        return counts;
    }

    /// <summary>Forgets everything of a queue: it is not there any more, its rows go later.</summary>
    /// <returns>False when there is no such queue.</returns>
    public async Task<bool> ForgetAsync(
        WriteTransaction transaction, BusinessUnitId unit, string queue, CancellationToken token) =>
        await transaction.Command(Forget, unit.Value, queue, Commands.Time(transaction.Context.At))
            .ExecuteAsync(token) == 1;

    /// <summary>Deletes queues that were forgotten before this time, with their rows.</summary>
    /// <returns>How many rows in all.</returns>
    public async Task<int> DeleteForgottenAsync(DateTimeOffset before, CancellationToken token) =>
        await database.DeleteBeforeAsync(DeleteForgotten, before, token)
            + await database.DeleteBeforeAsync(DeleteForgottenQueues, before, token);

    /// <summary>Tells the database's planner how much there is; for who writes much at once.</summary>
    public Task AnalyzeAsync(CancellationToken token) => database.Command(Analyze).ExecuteAsync(token);

    public Task<IReadOnlyList<HistoryQueue>> ListQueuesAsync(BusinessUnitId unit, CancellationToken token) =>
        database.Command(SelectQueues, unit.Value).ListAsync(
            row => new HistoryQueue(
                row.GetString(0), row.GetInt64(1), row.GetInt32(2), row.GetDouble(3), row.Time(4), row.Time(5)),
            token);

    /// <summary>
    /// What came to some queues together in intervals that begin within <c>[from, to)</c>, in the order of time.
    /// </summary>
    public Task<IReadOnlyList<HistorySum>> ReadAsync(
        BusinessUnitId unit, IEnumerable<string> queues, DateTimeOffset from, DateTimeOffset to,
        CancellationToken token) =>
        database.Command(SelectSums, unit.Value, queues.ToArray(), Commands.Time(from), Commands.Time(to))
            .ListAsync(Map, token);

    /// <summary>The last part of that, in the order of time.</summary>
    /// <param name="length">By its own end and not by today: what is brought in may have ended long ago.</param>
    /// <param name="before">What began then or later is left out; null: nothing is.</param>
    public async Task<IReadOnlyList<HistorySum>> ReadLatestAsync(
        BusinessUnitId unit, IReadOnlyCollection<string> queues, TimeSpan length, DateTimeOffset? before,
        CancellationToken token)
    {
        var last = await database.Command(SelectLast, unit.Value, queues.ToArray())
            .ListAsync(row => row.MaybeTime(0), token);
        if (last[0] is not { } latest)
        {
            return [];
        }

        var end = latest < before || before is null ? latest.AddTicks(TimeSpan.TicksPerMillisecond) : before.Value;
        var rows = new List<HistorySum>();
        for (var from = end - length; from < end; from += ReadAtOnce)
        {
            var to = from + ReadAtOnce;
            rows.AddRange(await ReadAsync(unit, queues, from, to < end ? to : end, token));
        }

        return rows;
    }

    // Queue by queue, each from first to last: as they lie in the table, but for the order of queues.
    private static bool IsInOrder(IReadOnlyList<HistoryInterval> rows)
    {
        var begun = new HashSet<string>();
        for (var i = 0; i < rows.Count; i++)
        {
            var goesOn = i > 0 && rows[i - 1].Queue == rows[i].Queue;
            if (goesOn ? rows[i - 1].At > rows[i].At : !begun.Add(rows[i].Queue))
            {
                return false;
            }
        }

        return true;
    }

    private static HistorySum Map(NpgsqlDataReader row) =>
        new(row.Time(0), row.GetInt32(1), row.GetDouble(2), row.GetDouble(3), row.GetDouble(4));
}
