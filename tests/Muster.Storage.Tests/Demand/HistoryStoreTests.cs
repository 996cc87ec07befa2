using Muster.Domain.Organization;
using Muster.Storage.Demand;
using Muster.Storage.Tests.Streams;
using Muster.Testing;

namespace Muster.Storage.Tests.Demand;

public sealed class HistoryStoreTests
{
    private static readonly BusinessUnitId Unit = new(Guid.CreateVersion7());

    private static readonly DateTimeOffset Begin = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task How_much_there_is_is_kept_while_rows_come_and_change()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new HistoryStore(database);

        var first = await PutAsync(database, Rows("loans", 0, 4, 10));
        var again = await PutAsync(database, [.. Rows("loans", 2, 4, 12), .. Rows("cards", -8, 1, 1)]);
        var same = await PutAsync(database, Rows("loans", 2, 4, 12));

        Assert.Equal(new HistoryCounts(4, 0, 0), first);
        Assert.Equal(new HistoryCounts(3, 2, 0), again);
        Assert.Equal(new HistoryCounts(0, 0, 4), same);
        Assert.Equal(
            [
                new HistoryQueue("cards", 1, 15, 1, At(-8), At(-8)),
                new HistoryQueue("loans", 6, 15, 2 * 10 + 4 * 12, At(0), At(5)),
            ],
            await store.ListQueuesAsync(Unit, None));
    }

    [Fact]
    public async Task Queues_are_read_together_and_only_their_last_part_is()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new HistoryStore(database);
        await PutAsync(database, [.. Rows("loans", 0, 4, 10), .. Rows("cards", 2, 4, 1, null)]);
        string[] queues = ["loans", "cards", "unknown"];

        var all = await store.ReadLatestAsync(Unit, queues, TimeSpan.FromDays(1000), null, None);
        var last = await store.ReadLatestAsync(Unit, queues, TimeSpan.FromMinutes(40), null, None);
        var before = await store.ReadLatestAsync(Unit, queues, TimeSpan.FromDays(1), At(3), None);

        Assert.Equal([10, 10, 11, 11, 1, 1], all.Select(row => row.Offered));
        Assert.Equal(new HistorySum(At(2), 15, 11, 10, 2000), all[2]);
        Assert.Equal([At(3), At(4), At(5)], last.Select(row => row.At));
        Assert.Equal([At(0), At(1), At(2)], before.Select(row => row.At));
        Assert.Empty(await store.ReadLatestAsync(Unit, ["unknown"], TimeSpan.FromDays(1), null, None));
    }

    [Fact]
    public async Task A_forgotten_queue_is_gone_at_once_and_its_rows_later()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new HistoryStore(database);
        await PutAsync(database, [.. Rows("loans", 0, 4, 10), .. Rows("cards", 0, 3, 1)]);

        var isForgotten = await ForgetAsync(database, store, "loans");
        var isForgottenTwice = await ForgetAsync(database, store, "loans");
        await PutAsync(database, Rows("loans", 0, 1, 5));
        var deleted = await store.DeleteForgottenAsync(Writes.Context.At.AddSeconds(1), None);

        Assert.Equal((true, false), (isForgotten, isForgottenTwice));
        Assert.Equal(["cards", "loans"], (await store.ListQueuesAsync(Unit, None)).Select(queue => queue.Name));
        Assert.Equal(
            5, Assert.Single(await store.ReadLatestAsync(Unit, ["loans"], TimeSpan.FromDays(1), null, None)).Offered);
        Assert.Equal(4 + 1, deleted);
        Assert.Equal(4L, await made.ScalarAsync("SELECT count(*) FROM history_interval"));
    }

    // Each begins with the queue that the other one writes last, and half of the rows are the same.
    [Fact]
    public async Task Imports_that_overlap_wait_for_each_other_and_not_in_a_circle()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        // More than one statement of rows, and done within the time-out on a busy machine too.
        const int Many = 12_000;
        await PutAsync(database, [.. Rows("b", 0, 1, 1), .. Rows("a", 0, 1, 1)]);

        await Task.WhenAll(
            PutAsync(database, [.. Rows("a", 0, Many, 2), .. Rows("b", 0, Many, 2)]),
            PutAsync(database, [.. Rows("b", 100, Many, 3), .. Rows("a", 100, Many, 3)]));

        var queues = await new HistoryStore(database).ListQueuesAsync(Unit, None);
        Assert.All(queues, queue => Assert.Equal(Many + 100, queue.Intervals));
        Assert.Equal(
            queues.Sum(queue => queue.Offered), await made.ScalarAsync("SELECT sum(offered) FROM history_interval"));
    }

    [Fact]
    public async Task A_queue_that_is_forgotten_meanwhile_is_opened_anew()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new HistoryStore(database);
        await PutAsync(database, Rows("loans", 0, 1, 10));
        var lengths = new Dictionary<string, int> { ["loans"] = 30 };
        await using var forgetting = await database.BeginAsync(Writes.Context, None);
        await store.ForgetAsync(forgetting, Unit, "loans", None);

        await using var writing = await database.BeginAsync(Writes.Context, None);
        var opening = store.OpenQueuesAsync(writing, Unit, lengths, None);
        await made.UntilAsync("SELECT count(*) > 0 FROM pg_stat_activity WHERE wait_event_type = 'Lock'");
        await forgetting.CommitAsync(None);

        Assert.Equal(30, (await opening)["loans"].Minutes);
    }

    private static async Task<HistoryCounts> PutAsync(Database database, IReadOnlyList<HistoryInterval> rows)
    {
        var store = new HistoryStore(database);
        await using var transaction = await database.BeginAsync(Writes.Context, None);
        var lengths = rows.DistinctBy(row => row.Queue).ToDictionary(row => row.Queue, row => row.Minutes);
        var queues = await store.OpenQueuesAsync(transaction, Unit, lengths, None);
        var counts = await store.PutAsync(transaction, queues, rows, None);
        await transaction.CommitAsync(None);
        return counts;
    }

    private static async Task<bool> ForgetAsync(Database database, HistoryStore store, string queue)
    {
        await using var transaction = await database.BeginAsync(Writes.Context, None);
        var isForgotten = await store.ForgetAsync(transaction, Unit, queue, None);
        await transaction.CommitAsync(None);
        return isForgotten;
    }

    private static DateTimeOffset At(int quarter) => Begin.AddMinutes(15 * quarter);

    private static IReadOnlyList<HistoryInterval> Rows(
        string queue, int from, int count, double offered, double? seconds = 200) =>
        [
            .. Enumerable.Range(from, count).Select(quarter => new HistoryInterval(
                queue, At(quarter), 15, offered, null, seconds * offered)),
        ];
}
