using Muster.Domain.People;
using Npgsql;
using NpgsqlTypes;

namespace Muster.Storage.Events;

/// <summary>
/// The log of state events. Its sequence is gapless and in the order of commits: whoever sees seq n + 1 sees n.
/// </summary>
public sealed class EventLogStore(Database database)
{
    private const int LongJobSeconds = 60;

    // The row's lock is held until the commit. Everything that follows in the transaction is short: every writer of
    // events waits for it.
    private const string Raise = """
        UPDATE event_feed SET last = last + $1, last_at = greatest(last_at, clock_timestamp())
        RETURNING last, last_at
        """;

    private const string PutDay = """
        INSERT INTO event_day (day, first) SELECT (last_at AT TIME ZONE 'UTC')::date, last - $1 + 1 FROM event_feed
        ON CONFLICT DO NOTHING
        """;

    private const string PutSpans = """
        INSERT INTO event_span AS s (source, run, day, low, high)
        SELECT r.source, r.run, (f.last_at AT TIME ZONE 'UTC')::date, r.low, r.high
        FROM unnest($1::int[], $2::int[], $3::bigint[], $4::bigint[]) AS r (source, run, low, high), event_feed f
        ON CONFLICT (source, run, day) DO UPDATE SET
            low = least(s.low, excluded.low), high = greatest(s.high, excluded.high)
        """;

    private const string Copy = """
        COPY event_log (seq, received_at, source, run, position, at, agent_id, state, content)
        FROM STDIN (FORMAT BINARY)
        """;

    private const string SelectDaysOf = """
        SELECT min(day), max(day) + 1 FROM event_span WHERE source = $1 AND run = $2 AND low <= $4 AND high >= $3
        """;

    private const string SelectUsed = """
        SELECT position, content FROM event_log
        WHERE source = $1 AND run = $2 AND position = ANY ($3) AND received_at >= $4 AND received_at < $5
        UNION ALL
        SELECT position, content FROM interval_statistic WHERE source = $1 AND run = $2 AND position = ANY ($3)
        """;

    private const string SelectLast = "SELECT last FROM event_feed";

    private const string SelectDays = """
        SELECT day, first FROM event_day
        WHERE day >= coalesce((SELECT max(day) FROM event_day WHERE first <= $1), '-infinity') ORDER BY day LIMIT 2
        """;

    private const string SelectAfter = """
        SELECT seq, received_at, source, at, agent_id, state FROM event_log
        WHERE seq > $1 AND received_at >= $2 AND received_at < $3 ORDER BY seq LIMIT $4
        """;

    private const string SelectOfAgent = """
        SELECT seq, received_at, source, at, agent_id, state FROM event_log
        WHERE agent_id = $1 AND at >= $2 AND at < $3 AND received_at >= $4 ORDER BY at, seq
        """;

    private const string Keep = "SELECT keep_event_partitions($1)";

    // A writer that was stopped in the midst of its COPY: PostgreSQL waits for the rest of the rows for ever, under no
    // time-out that it has, and everybody who writes waits for the row of the feed. COPY is sent in milliseconds.
    private const string Free = """
        SELECT count(pg_terminate_backend(a.pid)) FROM pg_stat_activity a
        WHERE a.datname = current_database() AND a.pid <> pg_backend_pid() AND a.state = 'active'
            AND a.wait_event = 'ClientRead' AND a.query LIKE 'COPY event_log %'
            AND a.query_start < clock_timestamp() - interval '3 seconds'
        """;

    /// <summary>The last place of the log; 0 before the first event.</summary>
    public async Task<long> LastAsync(CancellationToken token) =>
        (await database.Command(SelectLast).ListAsync(row => row.GetInt64(0), token))[0];

    /// <summary>
    /// What follows a place, in the order of seq and without a gap, except for what retention has dropped.
    /// </summary>
    public async Task<IReadOnlyList<LoggedEvent>> ReadAsync(long after, int limit, CancellationToken token)
    {
        var rows = new List<LoggedEvent>();
        while (rows.Count < limit)
        {
            // Read before the day's rows: once the next day has begun, nothing is added to this one.
            var days = await database.Command(SelectDays, after + 1)
                .ListAsync(row => (Day: row.GetFieldValue<DateOnly>(0), First: row.GetInt64(1)), token);
            if (days.Count == 0)
            {
                break;
            }

            var begin = Begin(days[0].Day);
            rows.AddRange(await database.Command(SelectAfter, after, begin, begin.AddDays(1), limit - rows.Count)
                .ListAsync(Map, token));
            if (days.Count == 1)
            {
                break;
            }

            after = days[1].First - 1;
        }

        return rows;
    }

    /// <summary>What happened to an agent within <c>[from, to)</c>, in that order, whenever it was told.</summary>
    public Task<IReadOnlyList<LoggedEvent>> OfAgentAsync(
        AgentId agent, DateTimeOffset from, DateTimeOffset to, CancellationToken token) =>
        // What was accepted did not lie more than a minute ahead of its receipt.
        database.Command(
            SelectOfAgent, agent.Value, from.UtcDateTime, to.UtcDateTime, from.UtcDateTime.AddMinutes(-2))
            .ListAsync(Map, token);

    /// <summary>What was said before at these positions of a source's run.</summary>
    /// <returns>By position the hash of what was said.</returns>
    public async Task<IReadOnlyDictionary<long, long>> FindUsedAsync(
        WriteTransaction transaction, (int Source, int Run) run, long[] positions, CancellationToken token)
    {
        var days = (await transaction.Command(SelectDaysOf, run.Source, run.Run, positions.Min(), positions.Max())
            .ListAsync(row => (From: Day(row, 0), To: Day(row, 1)), token))[0];
        var used = await transaction.Command(
            SelectUsed, run.Source, run.Run, positions, Begin(days.From), Begin(days.To))
            .ListAsync(row => (Position: row.GetInt64(0), Content: row.GetInt64(1)), token);
        return used.DistinctBy(row => row.Position).ToDictionary(row => row.Position, row => row.Content);
    }

    /// <summary>Adds to the log and the statistics: the last step before the commit.</summary>
    /// <returns>The log's last place; null when no event was added.</returns>
    public async Task<long?> AppendAsync(
        WriteTransaction transaction, LogAppend added, CancellationToken token)
    {
        var batch = transaction.Batch();
        var isTold = added.Events.Count + added.Statistics.Count > 0;
        if (isTold)
        {
            batch.Then(Raise, (long)added.Events.Count);
        }

        if (added.Events.Count > 0)
        {
            batch.Then(PutDay, (long)added.Events.Count).Then(
                PutSpans,
                added.Spans.Select(span => span.Source).ToArray(),
                added.Spans.Select(span => span.Run).ToArray(),
                added.Spans.Select(span => span.Low).ToArray(),
                added.Spans.Select(span => span.High).ToArray());
        }

        EventSourceStore.AddCounts(batch, added.Counts);
        var raised = await batch.ListAsync(0, row => (Last: row.GetInt64(0), At: row.GetDateTime(1)), token);
        if (added.Events.Count > 0)
        {
            await transaction.CopyAsync(
                Copy,
                (importer, stop) => WriteAsync(importer, added.Events, raised[0].Last, raised[0].At, stop),
                token);
        }

        if (added.Statistics.Count > 0)
        {
            await IntervalStatisticStore.PutAsync(transaction, added.Statistics, token);
        }

        return added.Events.Count > 0 ? raised[0].Last : null;
    }

    /// <summary>
    /// Makes the partitions of the next days, and drops those of days more than so many ago. Called at least every
    /// third day; if it was not, nothing fails.
    /// </summary>
    /// <returns>How many it made and dropped.</returns>
    public Task<int> KeepPartitionsAsync(int keepDays, CancellationToken token) => StoreAway.GuardAsync(
        "keep the event log's partitions",
        async stop =>
        {
            // Longer where the default partition has filled because upkeep was late.
            await using var command = database.Command(Keep, keepDays).Patient(LongJobSeconds);
            return (int)(await command.ExecuteScalarAsync(stop))!;
        },
        token);

    /// <summary>Ends writers that were stopped in the midst of writing, so that others go on.</summary>
    /// <returns>How many.</returns>
    public async Task<long> FreeAsync(CancellationToken token) =>
        (await database.Command(Free).ListAsync(row => row.GetInt64(0), token))[0];

    private static async Task WriteAsync(
        NpgsqlBinaryImporter importer, IReadOnlyList<NewEvent> events, long last, DateTime at, CancellationToken token)
    {
        var seq = last - events.Count;
        for (var i = 0; i < events.Count; i++)
        {
            var row = events[i];
            await importer.StartRowAsync(token);
            await importer.WriteAsync(++seq, NpgsqlDbType.Bigint, token);
            await importer.WriteAsync(at, NpgsqlDbType.TimestampTz, token);
            await importer.WriteAsync(row.Source, NpgsqlDbType.Integer, token);
            await importer.WriteAsync(row.Run, NpgsqlDbType.Integer, token);
            await importer.WriteAsync(row.Position, NpgsqlDbType.Bigint, token);
            await importer.WriteAsync(row.At, NpgsqlDbType.TimestampTz, token);
            await importer.WriteAsync(row.Agent, NpgsqlDbType.Uuid, token);
            await importer.WriteAsync(row.State, NpgsqlDbType.Integer, token);
            await importer.WriteAsync(row.Content, NpgsqlDbType.Bigint, token);
        }
    }

    private static DateOnly Day(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? DateOnly.FromDayNumber(0) : row.GetFieldValue<DateOnly>(column);

    private static DateTime Begin(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    private static LoggedEvent Map(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.Time(1), row.GetInt32(2), row.Time(3), new AgentId(row.GetGuid(4)), row.GetInt32(5));
}
