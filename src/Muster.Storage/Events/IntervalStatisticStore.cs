using Muster.Domain.Organization;
using Npgsql;

namespace Muster.Storage.Events;

/// <summary>What queues did, by interval, as their sources told it last.</summary>
public sealed class IntervalStatisticStore(Database database)
{
    private const string Columns = """
        source, queue, at, minutes::int, offered, answered, abandoned, handle_seconds, answered_within, run, position,
        content
        """;

    // Under the lock of event_feed, whose last_at this transaction has set: received_at rises in the order of commits.
    private const string Put = """
        INSERT INTO interval_statistic AS i (source, queue, at, minutes, offered, answered, abandoned, handle_seconds,
            answered_within, run, position, content, received_at)
        SELECT r.*, f.last_at
        FROM unnest($1::int[], $2::text[], $3::timestamptz[], $4::smallint[], $5::float8[], $6::float8[], $7::float8[],
            $8::float8[], $9::float8[], $10::int[], $11::bigint[], $12::bigint[]) AS r, event_feed f
        ON CONFLICT (source, queue, at) DO UPDATE SET
            minutes = excluded.minutes, offered = excluded.offered, answered = excluded.answered,
            abandoned = excluded.abandoned, handle_seconds = excluded.handle_seconds,
            answered_within = excluded.answered_within, run = excluded.run, position = excluded.position,
            content = excluded.content, received_at = excluded.received_at
        WHERE (i.run, i.position) < (excluded.run, excluded.position)
        """;

    private const string SelectTold = """
        SELECT i.queue, i.at, i.run, i.position FROM unnest($2::text[], $3::timestamptz[]) AS r (queue, at)
        JOIN interval_statistic i ON i.source = $1 AND i.queue = r.queue AND i.at = r.at
        """;

    // What was told while it was running looks as if little had come, until it is told again. Clocks differ a little.
    private const string SelectBetween = $"""
        SELECT {Columns} FROM interval_statistic
        WHERE at > $1::timestamptz - interval '1 hour' AND at + minutes * interval '1 minute' > $1 AND at < $2
            AND source IN (SELECT number FROM event_source WHERE tenant_id = $3)
            AND received_at > at + minutes * interval '1 minute' - interval '30 seconds'
        ORDER BY source, queue, at
        """;

    private const string SelectLast = """
        SELECT max(received_at) FROM interval_statistic
        WHERE at >= $1 AND source IN (SELECT number FROM event_source WHERE tenant_id = $2)
        """;

    private const string SelectTellers = """
        SELECT i.source, i.queue, min(i.at), min(i.at - d.start), min(i.at - d.start) FILTER (WHERE d.is_same)
        FROM interval_statistic i
        JOIN unnest($3::timestamptz[], $4::timestamptz[], $5::boolean[]) d (start, finish, is_same)
            ON i.at >= d.start AND i.at < d.finish
        WHERE i.queue = ANY ($1) AND i.source IN (SELECT number FROM event_source WHERE tenant_id = $2)
            AND i.at >= (SELECT min(s) FROM unnest($3::timestamptz[]) s)
        GROUP BY i.source, i.queue HAVING max(i.at) >= $6::timestamptz
        """;

    private const string DeleteOld = """
        DELETE FROM interval_statistic WHERE (source, queue, at) IN (
            SELECT source, queue, at FROM interval_statistic WHERE at < $1 LIMIT $2)
        """;

    /// <summary>
    /// Intervals that overlap <c>[from, to)</c>, of all sources of a tenant, told when they were over.
    /// </summary>
    public Task<IReadOnlyList<IntervalStatistic>> ListAsync(
        TenantId tenant, DateTimeOffset from, DateTimeOffset to, CancellationToken token) =>
        database.Command(SelectBetween, Commands.Time(from), Commands.Time(to), tenant.Value).ListAsync(Map, token);

    /// <summary>When a tenant's sources told last of intervals that begin then or later; null: never.</summary>
    public async Task<DateTimeOffset?> LastReceivedAsync(
        TenantId tenant, DateTimeOffset from, CancellationToken token) =>
        (await database.Command(SelectLast, Commands.Time(from), tenant.Value)
            .ListAsync(row => row.MaybeTime(0), token))[0];

    /// <summary>Which sources of a tenant told of these queues, and when on the days that are looked at.</summary>
    /// <param name="since">Whoever told nothing since then is left out.</param>
    public Task<IReadOnlyList<QueueTeller>> TellersAsync(
        TenantId tenant, IEnumerable<string> queues, IReadOnlyCollection<ToldWeekday> days, DateTimeOffset since,
        CancellationToken token) =>
        database.Command(
            SelectTellers, Commands.Texts(queues), tenant.Value,
            Commands.Times(days.Select(day => (DateTimeOffset?)day.Start)),
            Commands.Times(days.Select(day => (DateTimeOffset?)day.End)), days.Select(day => day.IsSame).ToArray(),
            Commands.Time(since)).ListAsync(
                row => new QueueTeller(
                    row.GetInt32(0), row.GetString(1), row.Time(2), row.GetTimeSpan(3),
                    row.IsDBNull(4) ? null : row.GetTimeSpan(4)),
                token);

    public Task<int> DeleteOldAsync(DateTimeOffset before, CancellationToken token) =>
        database.DeleteBeforeAsync(DeleteOld, before, token);

    /// <summary>Of these intervals of a source, at which position each was told last.</summary>
    public async Task<IReadOnlyDictionary<(string Queue, DateTimeOffset At), (int Run, long Position)>> FindToldAsync(
        WriteTransaction transaction, int source, IReadOnlyCollection<(string Queue, DateTimeOffset At)> intervals,
        CancellationToken token) =>
        (await transaction.Command(
            SelectTold, source, Commands.Texts(intervals.Select(row => row.Queue)),
            Commands.Times(intervals.Select(row => (DateTimeOffset?)row.At)))
            .ListAsync(row => ((row.GetString(0), row.Time(1)), (row.GetInt32(2), row.GetInt64(3))), token))
            .ToDictionary(row => row.Item1, row => row.Item2);

    /// <summary>Writes what is newer than what is there.</summary>
    internal static Task PutAsync(
        WriteTransaction transaction, IReadOnlyList<IntervalStatistic> rows, CancellationToken token) =>
        transaction.Command(
            Put,
            rows.Select(row => row.Source).ToArray(),
            Commands.Texts(rows.Select(row => row.Queue)),
            Commands.Times(rows.Select(row => (DateTimeOffset?)row.At)),
            rows.Select(row => (short)row.Minutes).ToArray(),
            rows.Select(row => row.Offered).ToArray(),
            Commands.Doubles(rows.Select(row => row.Answered)),
            Commands.Doubles(rows.Select(row => row.Abandoned)),
            Commands.Doubles(rows.Select(row => row.HandleSeconds)),
            Commands.Doubles(rows.Select(row => row.AnsweredWithin)),
            rows.Select(row => row.Run).ToArray(),
            rows.Select(row => row.Position).ToArray(),
            rows.Select(row => row.Content).ToArray())
            .ExecuteAsync(token);

    private static IntervalStatistic Map(NpgsqlDataReader row) => new()
    {
        Source = row.GetInt32(0),
        Queue = row.GetString(1),
        At = row.Time(2),
        Minutes = row.GetInt32(3),
        Offered = row.GetDouble(4),
        Answered = Number(row, 5),
        Abandoned = Number(row, 6),
        HandleSeconds = Number(row, 7),
        AnsweredWithin = Number(row, 8),
        Run = row.GetInt32(9),
        Position = row.GetInt64(10),
        Content = row.GetInt64(11),
    };

    private static double? Number(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetDouble(column);
}
