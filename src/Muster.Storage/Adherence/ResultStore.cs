using System.Text.Json;
using NodaTime;
using Npgsql;

namespace Muster.Storage.Adherence;

/// <summary>Stored results of adherence. They are written under the lease of the aggregator, fenced.</summary>
public sealed class ResultStore(Database database)
{
    private const int LongJobSeconds = 60;

    private const string Counters = """
        adherent, out, explained, unknown, ignored, unscheduled, unscheduled_explained, scheduled_on_queue,
        scheduled_work, work, did_on_queue, did_break, did_meal, did_meeting, did_training, did_time_off,
        did_unavailable, did_other_work, did_logged_out, did_ignored, did_unmapped, did_unknown
        """;

    // One statement, so one snapshot. statement_timestamp, because it is before the snapshot.
    private const string SelectLook = """
        SELECT timeline(), pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
            pg_snapshot_xmax(pg_current_snapshot())::text::bigint, statement_timestamp(), f.last,
            (SELECT array_agg(coalesce(s.version, 0) ORDER BY n.place)
                FROM unnest($1::text[]) WITH ORDINALITY n (name, place) LEFT JOIN scope s ON s.name = n.name),
            p.timeline, p.seen, p.log_seq, p.schedules, p.terms, p.heard::text, p.read_at, p.until,
            p.first_day
        FROM event_feed f LEFT JOIN adherence_position p ON true
        """;

    // $4 and $5 bound all of them, so that partitions are left out.
    private const string DeleteIntervals = """
        DELETE FROM adherence_interval i USING unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) r (agent, a, b)
        WHERE i.agent_id = r.agent AND i.starts_at >= r.a AND i.starts_at < r.b
            AND i.starts_at >= $4::timestamptz AND i.starts_at < $5::timestamptz
        """;

    // The statement arrives as a whole or not at all. A COPY that its writer stops in the midst of would hold the fence
    // for ever, because PostgreSQL waits for the rest of the rows under no time-out.
    private const string InsertIntervals = $"""
        INSERT INTO adherence_interval (agent_id, starts_at, {Counters})
        SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::smallint[], $4::smallint[], $5::smallint[],
            $6::smallint[], $7::smallint[], $8::smallint[], $9::smallint[], $10::smallint[], $11::smallint[],
            $12::smallint[], $13::smallint[], $14::smallint[], $15::smallint[], $16::smallint[], $17::smallint[],
            $18::smallint[], $19::smallint[], $20::smallint[], $21::smallint[], $22::smallint[], $23::smallint[],
            $24::smallint[])
        """;

    // The day bounds what the primary key is asked for: a day lasts 25 hours at most, and zones are 14 hours ahead.
    private const string DeleteExceptions = """
        DELETE FROM adherence_exception e USING unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) r (agent, a, b)
        WHERE e.agent_id = r.agent AND e.starts_at >= r.a AND e.starts_at < r.b
            AND e.day >= (r.a AT TIME ZONE 'UTC')::date - 1 AND e.day <= (r.b AT TIME ZONE 'UTC')::date + 1
            AND e.day >= $4::date - 1 AND e.day <= $5::date + 1
        """;

    // One that reaches into the range and was not written anew: its agent's days began at another hour then.
    private const string CutExceptions = """
        UPDATE adherence_exception e SET ends_at = r.a
        FROM unnest($1::uuid[], $2::timestamptz[]) r (agent, a)
        WHERE e.agent_id = r.agent AND e.starts_at < r.a AND e.ends_at > r.a
            AND e.day >= (r.a AT TIME ZONE 'UTC')::date - 2 AND e.day <= (r.a AT TIME ZONE 'UTC')::date + 1
            AND e.day >= $3::date - 2 AND e.day <= $4::date + 1
        """;

    private const string InsertExceptions = """
        INSERT INTO adherence_exception (
            agent_id, day, starts_at, ends_at, verdict, impact, rule, activity_code_id, actual, source, state, reason,
            schedule_version, told_at, approval_id)
        SELECT * FROM unnest($1::uuid[], $2::date[], $3::timestamptz[], $4::timestamptz[], $5::text[], $6::text[],
            $7::text[], $8::uuid[], $9::text[], $10::text[], $11::text[], $12::text[], $13::bigint[],
            $14::timestamptz[], $15::uuid[])
        """;

    private const string PutPosition = """
        INSERT INTO adherence_position (timeline, seen, log_seq, schedules, terms, heard, read_at, until, first_day)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (id) DO UPDATE SET
            timeline = excluded.timeline, seen = excluded.seen, log_seq = excluded.log_seq,
            schedules = excluded.schedules, terms = excluded.terms, heard = excluded.heard,
            read_at = excluded.read_at, until = excluded.until, first_day = excluded.first_day
        """;

    private const string Keep = "SELECT keep_adherence_partitions($1)";

    /// <summary>How far there is something to judge, and how far it is stored.</summary>
    /// <param name="scopes">Whose versions are asked for.</param>
    public async Task<ResultLook> LookAsync(IEnumerable<string> scopes, CancellationToken token) =>
        (await database.Command(SelectLook, Commands.Texts(scopes)).ListAsync(MapLook, token))[0];

    /// <summary>Writes results in place of what is stored of their ranges.</summary>
    public async Task PutAsync(WriteTransaction transaction, ResultRows rows, CancellationToken token)
    {
        if (rows.Ranges.Count == 0)
        {
            return;
        }

        var batch = transaction.Batch();
        AddDeletes(batch, rows.Ranges);
        if (rows.Intervals.Count > 0)
        {
            batch.Then(InsertIntervals, Columns(rows.Intervals));
        }

        if (rows.Exceptions.Count > 0)
        {
            batch.Then(InsertExceptions, Columns(rows.Exceptions));
        }

        await batch.ExecuteAsync(token);
    }

    /// <summary>Says up to where all is stored.</summary>
    public Task PutPositionAsync(WriteTransaction transaction, ResultPosition position, CancellationToken token) =>
        transaction.Command(
            PutPosition, position.Timeline, position.Seen, position.LogSeq, position.Schedules, position.Terms,
            Commands.Json(JsonSerializer.Serialize(position.Heard)), Commands.Time(position.ReadAt),
            Commands.Time(position.Until), position.FirstDay.ToDateOnly()).ExecuteAsync(token);

    /// <summary>
    /// Makes the partitions of the months that are written, and drops months that were over more than so many days ago.
    /// Called now and then; if it was not, nothing fails.
    /// </summary>
    /// <returns>How many it made and dropped.</returns>
    public Task<int> KeepPartitionsAsync(int keepDays, CancellationToken token) => StoreAway.GuardAsync(
        "keep the partitions of stored adherence",
        async stop =>
        {
            // Longer where the default partition has filled because upkeep was late.
            await using var command = database.Command(Keep, keepDays).Patient(LongJobSeconds);
            return (int)(await command.ExecuteScalarAsync(stop))!;
        },
        token);

    private static void AddDeletes(NpgsqlBatch batch, IReadOnlyList<ResultRange> ranges)
    {
        var agents = ranges.Select(range => range.Agent.Value).ToArray();
        var ends = Commands.Times(ranges.Select(range => (DateTimeOffset?)range.End));
        var (first, last) = (ranges.Min(range => range.Start), ranges.Max(range => range.End));
        batch.Then(
            DeleteIntervals, agents, Commands.Times(ranges.Select(range => (DateTimeOffset?)range.Start)), ends,
            Commands.Time(first), Commands.Time(last));
        var begin = ranges.Min(range => range.ExceptionsFrom);
        var (beginDay, lastDay) = (Day(begin), Day(last));
        batch.Then(DeleteExceptions, agents, Begins(ranges), ends.Clone(), beginDay, lastDay);
        batch.Then(CutExceptions, agents, Begins(ranges), beginDay, lastDay);
    }

    private static NpgsqlParameter Begins(IReadOnlyList<ResultRange> ranges) =>
        Commands.Times(ranges.Select(range => (DateTimeOffset?)range.ExceptionsFrom));

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    private static object?[] Columns(IReadOnlyList<IntervalRow> rows) =>
    [
        rows.Select(row => row.Agent.Value).ToArray(),
        Commands.Times(rows.Select(row => (DateTimeOffset?)row.Start)),
        .. Enumerable.Range(0, IntervalRow.Count).Select(i => rows.Select(row => row.Counters[i]).ToArray()),
    ];

    private static object?[] Columns(IReadOnlyList<ExceptionRow> rows) =>
    [
        rows.Select(row => row.Agent.Value).ToArray(),
        rows.Select(row => row.Day.ToDateOnly()).ToArray(),
        Commands.Times(rows.Select(row => (DateTimeOffset?)row.Start)),
        Commands.Times(rows.Select(row => (DateTimeOffset?)row.End)),
        Commands.Texts(rows.Select(row => row.Verdict)),
        Commands.Texts(rows.Select(row => row.Impact)),
        Commands.Texts(rows.Select(row => row.Rule)),
        Commands.Uuids(rows.Select(row => row.ActivityCode)),
        Commands.Texts(rows.Select(row => row.Actual)),
        Commands.Texts(rows.Select(row => row.Source)),
        Commands.Texts(rows.Select(row => row.State)),
        Commands.Texts(rows.Select(row => row.Reason)),
        rows.Select(row => row.ScheduleVersion).ToArray(),
        Commands.Times(rows.Select(row => row.ToldAt)),
        Commands.Uuids(rows.Select(row => row.Approval)),
    ];

    private static ResultLook MapLook(NpgsqlDataReader row) => new()
    {
        Timeline = row.GetInt32(0),
        Oldest = row.GetInt64(1),
        Next = row.GetInt64(2),
        At = row.Time(3),
        LogSeq = row.GetInt64(4),
        Versions = row.GetFieldValue<long[]>(5),
        Stored = row.IsDBNull(6) ? null : new ResultPosition(
            row.GetInt32(6), row.GetInt64(7), row.GetInt64(8), row.GetInt64(9), row.GetInt64(10),
            JsonSerializer.Deserialize<Dictionary<int, DateTimeOffset>>(row.GetString(11))!, row.Time(12),
            row.Time(13), LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(14))),
    };
}
