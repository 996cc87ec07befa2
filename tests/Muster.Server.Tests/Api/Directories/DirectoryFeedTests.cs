using System.Net;
using System.Text.Json;
using Muster.Testing;
using static System.Net.HttpStatusCode;
using static Muster.Server.Tests.Api.Directories.DirectoryTrial;

namespace Muster.Server.Tests.Api.Directories;

public sealed class DirectoryFeedTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Every_change_is_told_once_and_in_order_with_the_whole_object()
    {
        await using var trial = await StartAsync();
        var start = await trial.PositionAsync();
        await trial.PutAsync("people/p1", Person());
        await trial.PutAsync("people/p1", Person(lastName: "Bell"));
        await trial.RemoveAsync("people/p1");
        await trial.PutAsync("people/p1", Person(lastName: "Cole"));

        foreach (var limit in new[] { 1, 3, 100 })
        {
            var changes = await trial.ChangesAsync(start, limit);

            Assert.Equal([1, 2, 3, 4], changes.Select(change => change.GetProperty("version").GetInt32()));
            Assert.Equal(["Ames", "Bell", null, "Cole"], changes.Select(LastName));
        }
    }

    [Fact]
    public async Task A_change_and_a_snapshot_tell_an_object_alike()
    {
        await using var trial = await StartAsync();
        var start = await trial.PositionAsync();
        await trial.PutAsync("people/p1", With("attributes", """{"long":1,"b":{"z":1,"y":2}}"""));

        var change = Assert.Single(await trial.ChangesAsync(start));

        Assert.Equal(change.ToString(), (await trial.SnapshotAsync())[^2].ToString());
    }

    [Fact]
    public async Task Of_a_burst_from_eight_writers_every_change_is_there_and_the_last_word_is_the_state()
    {
        await using var trial = await StartAsync();
        var start = await trial.PositionAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            for (var at = 0; at < 25; at++)
            {
                await trial.PutAsync("people/p1", Person(lastName: $"Name {writer} {at}"));
            }
        }));

        var changes = await trial.ChangesAsync(start, 7);
        Assert.Equal(Enumerable.Range(1, 200), changes.Select(change => change.GetProperty("version").GetInt32()));
        Assert.Equal(200, changes.Select(LastName).Distinct().Count());
        Assert.Equal((await trial.GetAsync("people/p1")).At("content", "last_name"), LastName(changes[^1]));
    }

    [Fact]
    public async Task A_wait_ends_with_the_change()
    {
        await using var trial = await StartAsync();
        var start = await trial.PositionAsync();
        using var other = TestCluster.SameSession(trial.Client, trial.Node);

        var waiting = other.GetAsync($"/directory/changes?after={start}&wait_ms=60000");
        await trial.PutAsync("people/p1", Person());
        var told = await waiting.WaitAsync(Patience);

        Assert.Equal("p1", Assert.Single(told.Is(OK).Body.GetProperty("changes").EnumerateArray().ToList())
            .GetProperty("external_id").GetString());
    }

    [Fact]
    public async Task A_wait_without_a_change_ends_with_the_same_cursor()
    {
        await using var trial = await StartAsync();
        var start = await trial.PositionAsync();

        var told = (await trial.GetAsync($"changes?after={start}&wait_ms=20")).Is(OK);

        Assert.Equal(start, told.At("next"));
        Assert.False(told.Body.GetProperty("more").GetBoolean());
    }

    [Fact]
    public async Task A_change_through_one_node_wakes_who_waits_at_another()
    {
        await using var cluster = await TestCluster.StartAsync(2);
        var clients = await cluster.AdministratorsAsync();
        (await clients[0].PutAsync("/directory/tenants/t1", new { name = "x" })).Is(Created);
        var start = JsonElement.Parse((await clients[0].GetAsync("/directory/snapshot")).Text.Split('\n')[0])
            .GetProperty("position").GetString();

        var waiting = clients[1].GetAsync($"/directory/changes?after={start}&wait_ms=60000");
        (await clients[0].PutAsync("/directory/tenants/t2", new { name = "x" })).Is(Created);
        var told = await waiting.WaitAsync(Patience);

        Assert.Contains("\"t2\"", told.Is(OK).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follower_goes_on_after_a_restart()
    {
        await using var database = await TestDatabase.CreateAsync();
        string next;
        {
            var node = await TestNode.StartAsync(database);
            using var client = await node.AdministratorAsync();
            await client.PutAsync("/directory/tenants/t1", new { name = "x" });
            next = (await client.GetAsync("/directory/changes?after=1.0")).Is(OK).At("next");
            await client.PutAsync("/directory/tenants/t2", new { name = "x" });
            await node.Host.DisposeAsync();
        }

        await using var again = await TestNode.StartAsync(database);
        using var same = await again.SignedInAsync("other", "Administrator");
        await same.PutAsync("/directory/tenants/t3", new { name = "x" });

        var changes = (await same.GetAsync($"/directory/changes?after={next}")).Is(OK).Body.GetProperty("changes");
        Assert.Equal(["t2", "t3"], changes.EnumerateArray().Select(row => row.GetProperty("external_id").GetString()));
    }

    [Theory]
    [InlineData("2.1", "timeline 2")]
    [InlineData("0.0", "timeline 0")]
    [InlineData("1.999", "ahead of the directory")]
    [InlineData("1.0", "too old and gone")]
    public async Task A_cursor_that_cannot_be_gone_on_from_is_refused_and_told_why(string cursor, string why)
    {
        await using var trial = await StartAsync();
        await trial.Node.Database.ScalarAsync(
            "DELETE FROM change WHERE scope = (SELECT id FROM scope WHERE name = 'directory') AND seq <= 2");

        var refused = (await trial.GetAsync($"changes?after={cursor}")).Is(Gone);

        Assert.Equal("urn:muster:problem:cursor-refused", refused.At("type"));
        Assert.Contains(why, refused.Detail, StringComparison.Ordinal);
        Assert.Contains("snapshot", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_is_refused_when_all_changes_after_it_are_gone()
    {
        await using var trial = await StartAsync();
        await trial.Node.Database.ScalarAsync("DELETE FROM change");

        (await trial.GetAsync("changes?after=1.3")).Is(Gone);
        (await trial.GetAsync($"changes?after={await trial.PositionAsync()}")).Is(OK);
    }

    [Theory]
    [InlineData("", "after")]
    [InlineData("after=", "after")]
    [InlineData("after=1", "after")]
    [InlineData("after=-1.5", "after")]
    [InlineData("after=1.99999999999999999999", "after")]
    [InlineData("after=1.0&limit=0", "limit")]
    [InlineData("after=1.0&limit=1001", "limit")]
    [InlineData("after=1.0&wait_ms=-1", "wait_ms")]
    [InlineData("after=1.0&wait_ms=60001", "wait_ms")]
    public async Task A_question_that_is_none_is_refused(string query, string field)
    {
        await using var trial = await StartAsync();

        Assert.Equal([field], (await trial.GetAsync($"changes?{query}")).Is(BadRequest).Fields);
    }

    [Fact]
    public async Task A_snapshot_holds_everything_that_is_there_between_its_first_and_last_line()
    {
        await using var trial = await StartAsync();
        await trial.PutAsync("people/p2", Person());
        await trial.PutAsync("people/p1", Person());
        await trial.RemoveAsync("people/p1");

        var lines = await trial.SnapshotAsync();

        Assert.Equal(
            ["tenant", "time_zone", "switch", "skill", "site", "person"],
            lines.Skip(1).SkipLast(1).Select(line => line.GetProperty("kind").GetString()));
        Assert.Equal("1.8", lines[0].GetProperty("position").GetString());
        Assert.Equal(6, lines[0].GetProperty("count").GetInt32());
        Assert.Equal("{\"end\":true,\"count\":6}", lines[^1].ToString());
    }

    [Fact]
    public async Task A_snapshot_is_packed_for_who_accepts_that()
    {
        await using var trial = await StartAsync();

        var packed = await trial.Client.GetAsync("/directory/snapshot", ("Accept-Encoding", "br;q=1, gzip"));
        var plain = await trial.Client.GetAsync("/directory/snapshot", ("Accept-Encoding", "gzip;q=0"));

        Assert.Equal("gzip", packed.Is(OK).Headers["Content-Encoding"]);
        Assert.False(plain.Is(OK).Headers.ContainsKey("Content-Encoding"));
    }

    [Fact]
    public async Task Snapshot_and_changes_together_are_the_state_whatever_is_written_meanwhile()
    {
        await using var trial = await StartAsync();
        using var stop = new CancellationTokenSource();
        var chance = new Random(1);
        var writing = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var path = $"skills/k{chance.Next(10)}";
                await (chance.Next(4) == 0
                    ? trial.Client.DeleteAsync($"/directory/{path}")
                    : trial.PutAsync(path, new { tenant = "t1", name = $"n{chance.Next(1000)}" }));
            }
        });
        var snapshots = new List<IReadOnlyList<JsonElement>>();
        for (var at = 0; at < 10; at++)
        {
            snapshots.Add(await trial.SnapshotAsync());
        }

        await stop.CancelAsync();
        await writing;
        var expected = State(await trial.SnapshotAsync());
        foreach (var snapshot in snapshots)
        {
            var changes = await trial.ChangesAsync(snapshot[0].GetProperty("position").GetString()!, 5);
            Assert.Equal(expected, State(snapshot, changes));
        }
    }

    [Fact]
    public async Task A_database_that_is_away_gets_503()
    {
        await using var trial = await StartAsync();
        var start = await trial.PositionAsync();
        await trial.Node.Database.TakeAwayAsync();

        (await trial.GetAsync("snapshot")).Is(HttpStatusCode.ServiceUnavailable);
        (await trial.GetAsync($"changes?after={start}")).Is(HttpStatusCode.ServiceUnavailable);
    }

    private static SortedDictionary<string, string> State(
        IReadOnlyList<JsonElement> snapshot, IEnumerable<JsonElement>? changes = null)
    {
        var state = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in snapshot.Skip(1).SkipLast(1).Concat(changes ?? []))
        {
            var key = $"{line.GetProperty("kind")} {line.GetProperty("external_id")}";
            state[key] = line.ToString();
            if (line.GetProperty("content").ValueKind == JsonValueKind.Null)
            {
                state.Remove(key);
            }
        }

        return state;
    }

    private static string? LastName(JsonElement change) =>
        change.GetProperty("content") is { ValueKind: JsonValueKind.Object } content
            ? content.GetProperty("last_name").GetString()
            : null;
}
