using Muster.Domain.People;
using Muster.Storage.Adherence;
using Muster.Storage.Tests.Streams;
using Muster.Testing;
using NodaTime;

namespace Muster.Storage.Tests.Adherence;

public sealed class ResultStoreTests
{
    private const string Rows = """
        SELECT string_agg(format('%s-%s %s', to_char(starts_at AT TIME ZONE 'UTC', 'HH24:MI'),
            to_char(ends_at AT TIME ZONE 'UTC', 'HH24:MI'), rule), ', ' ORDER BY starts_at)
        FROM muster.adherence_exception
        """;

    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly LocalDate Day = new(2026, 3, 2);
    private static readonly AgentId Ann = new(Guid.NewGuid());

    [Fact]
    public async Task What_is_written_takes_the_place_of_what_was_there_and_touches_nothing_beside_it()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        await PutAsync(database, [Range(At(9), At(9), At(11))],
            [Interval(At(9)), Interval(At(10))], [Exception(At(9), At(9, 30), "a"), Exception(At(9, 40), At(11), "b")]);

        await PutAsync(database, [Range(At(10), At(9, 40), At(11))],
            [Interval(At(10, 15))], [Exception(At(9, 40), At(10, 5), "c"), Exception(At(10, 10), At(10, 20), "d")]);
        await PutAsync(database, [Range(At(10, 15), At(10, 15), At(11))], [], []);

        Assert.Equal("09:00-09:30 a, 09:40-10:05 c, 10:10-10:15 d", await made.ScalarAsync(Rows));
        Assert.Equal("09:00", await made.ScalarAsync(
            "SELECT string_agg(to_char(starts_at AT TIME ZONE 'UTC', 'HH24:MI'), ' ') FROM muster.adherence_interval"));
        Assert.Equal((short)7, await made.ScalarAsync("SELECT did_on_queue FROM muster.adherence_interval"));
    }

    [Fact]
    public async Task The_position_is_as_it_was_written_last()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new ResultStore(database);
        var before = await store.LookAsync(["schedules", "people"], None);
        var position = new ResultPosition(
            1, before.Oldest, 5, 6, 7, new Dictionary<int, DateTimeOffset> { [3] = At(9) }, At(10), At(10, 15),
            Day);
        await WriteAsync(database, write => store.PutPositionAsync(write, position with { LogSeq = 4 }, None));
        await WriteAsync(database, write => store.PutPositionAsync(write, position, None));

        var after = await store.LookAsync(["people"], None);

        Assert.Null(before.Stored);
        Assert.Equal([0L, 0L], before.Versions);
        Assert.Equal(position with { Heard = after.Stored!.Heard }, after.Stored);
        Assert.Equal(At(9), after.Stored.Heard[3]);
        Assert.True(before.Oldest <= before.Next && before.Next <= after.Next);
    }

    [Fact]
    public async Task A_wish_that_was_renewed_meanwhile_is_not_done()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new RecountStore(database);
        var bob = new AgentId(Guid.NewGuid());
        await AskAsync(database, store, new Recount(Ann, Day, Day.PlusDays(60), 0), new Recount(bob, Day, Day, 0) with
        {
            End = Day.PlusDays(1),
        });
        var asked = await store.ListNextAsync(10, None);
        await AskAsync(database, store, new Recount(bob, Day.PlusDays(-3), Day, 0));

        await WriteAsync(database, write => store.DoneAsync(
            write, [.. asked.Select(one => (one, one.Agent == Ann ? Day.PlusDays(30) : Day))], None));

        Assert.Equal(
            [(Ann, Day, Day.PlusDays(30)), (bob, Day.PlusDays(-3), Day.PlusDays(1))],
            (await store.ListNextAsync(10, None)).Select(one => (one.Agent, one.First, one.End)));
        Assert.Equal(2, await store.CountAsync(None));
    }

    [Fact]
    public async Task Months_have_partitions_and_those_that_are_over_long_since_go()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new ResultStore(database);
        await PutAsync(database, [], [], []);
        await PutAsync(database, [Range(At(9), At(9), At(11))], [Interval(At(9))], [Exception(At(9), At(10), "a")]);

        var moved = await store.KeepPartitionsAsync(100_000, None);
        var isThere = await made.ScalarAsync("SELECT count(*) FROM muster.adherence_exception_202603");
        var again = await store.KeepPartitionsAsync(100_000, None);
        var dropped = await store.KeepPartitionsAsync(7, None);

        Assert.Equal((2, 1L, 0, 2), (moved, isThere, again, dropped));
        Assert.Equal(0L, await made.ScalarAsync("SELECT count(*) FROM muster.adherence_interval"));
    }

    [Fact]
    public async Task Late_events_name_the_time_that_they_may_change()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        await made.ScalarAsync($"""
            INSERT INTO muster.event_day VALUES ('2026-03-01', 1);
            INSERT INTO muster.event_log
            SELECT n, '2026-03-02 12:00Z', 1, 1, n, '2026-03-02 00:00Z'::timestamptz + n * interval '1 hour',
                '{Ann.Value}', 1, n
            FROM generate_series(1, 10) n
            """);
        var store = new PastStore(database);

        var late = await store.ListEventsAsync(1, 3, At(3), None);
        var open = await store.ListEventsAsync(8, 10, At(12), None);

        Assert.Equal([new ToldPast(Ann, At(2), At(7))], late);
        Assert.Equal([new ToldPast(Ann, At(9), null)], open);
        Assert.Equal(new LocalDate(2026, 2, 28), await store.FirstDayAsync(None));
    }

    private static DateTimeOffset At(int hour, int minute = 0) => new(2026, 3, 2, hour, minute, 0, TimeSpan.Zero);

    private static ResultRange Range(DateTimeOffset start, DateTimeOffset from, DateTimeOffset end) =>
        new(Ann, start, from, end);

    private static IntervalRow Interval(DateTimeOffset start) => new(
        Ann, start, [.. Enumerable.Range(0, IntervalRow.Count).Select(i => (short)(i == 10 ? 7 : 1))]);

    private static ExceptionRow Exception(DateTimeOffset start, DateTimeOffset end, string rule) => new()
    {
        Agent = Ann,
        Day = Day,
        Start = start,
        End = end,
        Verdict = "out",
        Impact = "negative",
        Rule = rule,
        Actual = "meal",
        ScheduleVersion = 3,
    };

    private static Task PutAsync(
        Database database, IReadOnlyList<ResultRange> ranges, IReadOnlyList<IntervalRow> intervals,
        IReadOnlyList<ExceptionRow> exceptions) =>
        WriteAsync(database, write => new ResultStore(database).PutAsync(
            write, new ResultRows(ranges, intervals, exceptions), None));

    private static Task AskAsync(Database database, RecountStore store, params Recount[] asked) =>
        WriteAsync(database, write => store.AskAsync(write, asked, None));

    private static async Task WriteAsync(Database database, Func<WriteTransaction, Task> write)
    {
        await using var transaction = await database.BeginAsync(Writes.Context, None);
        await write(transaction);
        await transaction.CommitAsync(None);
    }
}
