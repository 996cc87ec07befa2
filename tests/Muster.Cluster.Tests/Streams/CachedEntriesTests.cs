using Muster.Cluster.Streams;
using Muster.Cluster.Tests.Simulation;

namespace Muster.Cluster.Tests.Streams;

public sealed class CachedEntriesTests
{
    private static readonly ScopeName Scope = new("access");

    private readonly SimBench _bench = new();
    private readonly Scopes _scopes;
    private readonly CachedEntries<string, string> _entries;
    private int _readings;

    public CachedEntriesTests()
    {
        var node = _bench.Node("a");
        _scopes = new Scopes(node.Stores, new StreamTiming(), node.Time);
        _entries = new CachedEntries<string, string>(
            _scopes.Follow(Scope, new ChangeMarksContent(Scope, node.Stores)), most: 3);
        node.Process.Start(() => _scopes.RunAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Before_anything_is_known_nothing_is_served() =>
        await Assert.ThrowsAsync<StoreAwayException>(async () => await Get("x"));

    [Fact]
    public async Task A_value_is_read_once()
    {
        _bench.Pass(100);
        Assert.Equal("1", await Get("x"));
        Assert.Equal("1", await Get("x"));
    }

    [Fact]
    public async Task A_change_of_what_it_depends_on_makes_it_old()
    {
        _bench.Pass(100);
        await Get("x");
        Change("x");
        Assert.Equal("2", await Get("x"));
    }

    [Fact]
    public async Task A_change_of_something_else_does_not()
    {
        _bench.Pass(100);
        await Get("x");
        Change("y");
        Assert.Equal("1", await Get("x"));
    }

    [Fact]
    public async Task Many_who_ask_at_once_share_one_reading()
    {
        _bench.Pass(100);
        var reading = new TaskCompletionSource<string>();
        var first = Get("x", reading.Task);
        var second = Get("x", Task.FromResult("another"));
        reading.SetResult("shared");
        Assert.Equal("shared", await first);
        Assert.Equal("shared", await second);
    }

    [Fact]
    public async Task Who_asks_after_a_change_does_not_get_what_was_read_before_it()
    {
        _bench.Pass(100);
        var reading = new TaskCompletionSource<string>();
        var first = Get("x", reading.Task);
        Change("y");
        Assert.Equal("new", await Get("x", Task.FromResult("new")));
        reading.SetResult("old");
        Assert.Equal("old", await first);
    }

    [Fact]
    public async Task What_changes_while_it_is_read_is_old_at_once()
    {
        _bench.Pass(100);
        var reading = new TaskCompletionSource<string>();
        var first = Get("x", reading.Task);
        Change("x");
        reading.SetResult("old");
        Assert.Equal("old", await first);
        Assert.Equal("1", await Get("x"));
    }

    [Fact]
    public async Task A_reading_that_failed_is_not_kept()
    {
        _bench.Pass(100);
        await Assert.ThrowsAsync<StoreAwayException>(
            async () => await Get("x", Task.FromException<string>(new StoreAwayException("away"))));
        Assert.Equal("1", await Get("x"));
    }

    [Fact]
    public async Task What_was_read_before_the_database_lost_commits_is_read_again()
    {
        _bench.Pass(100);
        Change("y");
        Change("x");
        Assert.Equal("1", await Get("x"));

        _bench.Database.LoseCommits(1);
        _bench.Pass(3_000);

        Assert.Equal("2", await Get("x"));
    }

    [Fact]
    public async Task What_is_not_to_be_kept_and_what_could_not_be_read_takes_no_place()
    {
        _bench.Pass(100);
        await Get("x");
        await _entries.GetAsync("nobody", (_, _) => Task.FromResult(""), _ => null, CancellationToken.None);
        var away = new TaskCompletionSource<string>();
        var reading = Get("away", away.Task);
        away.SetException(new StoreAwayException("away"));
        await Assert.ThrowsAsync<StoreAwayException>(async () => await reading);

        Assert.Equal(1, _entries.Count);
        Assert.True(_entries.Holds("x", _ => []));
        Assert.False(_entries.Holds("nobody", _ => []));
    }

    [Fact]
    public async Task It_is_bounded()
    {
        _bench.Pass(100);
        foreach (var key in new[] { "x", "b", "c", "d" })
        {
            await Get(key);
        }

        Assert.Equal("5", await Get("x"));
    }

    private ValueTask<string> Get(string key) => _entries.GetAsync(
        key, (_, _) => Task.FromResult($"{++_readings}"), _ => [("thing", key)], CancellationToken.None);

    private ValueTask<string> Get(string key, Task<string> reading) =>
        _entries.GetAsync(key, (_, _) => reading, _ => [("thing", key)], CancellationToken.None);

    private void Change(string id)
    {
        var delta = _bench.Write(Scope, id);
        _scopes.Hear(Scope, delta.Position, delta);
        _bench.Pass(100);
    }
}
