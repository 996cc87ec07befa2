using Muster.Cluster;
using Muster.Cluster.Members;
using Muster.Cluster.Streams;
using Muster.Storage.Members;
using Muster.Storage.Streams;
using Muster.Storage.Tests.Streams;
using Muster.Testing;

namespace Muster.Storage.Tests.Members;

public sealed class MemberStoreTests
{
    private static readonly NodeDescription One =
        new("one", ["server", "aggregator"], ["http://10.0.0.5:7070"], "1.0");

    private static readonly Dictionary<ScopeName, ScopePosition> Applied = new()
    {
        [ScopeName.Of("access")] = new ScopePosition(1, 7),
        [ScopeName.Of("people", Guid.Empty)] = new ScopePosition(2, long.MaxValue),
    };

    [Fact]
    public async Task A_node_that_joins_again_has_a_higher_incarnation()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new MemberStore(database);

        var first = await store.JoinAsync(One, CancellationToken.None);
        var second = await store.JoinAsync(One, CancellationToken.None);

        Assert.True(second > first);
        var (timeline, members) = await store.ReadAsync(CancellationToken.None);
        Assert.Equal(1, timeline);
        Assert.Equal([new NodeId("one", first), new NodeId("one", second)], members.Select(member => member.Id));
        Assert.Equal(One.Roles, members[0].Roles);
        Assert.Equal(One.Addresses, members[0].Addresses);
        Assert.Equal("1.0", members[0].Build);
    }

    [Fact]
    public async Task A_beat_counts_up_and_answers_with_everybody()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new MemberStore(database);
        var id = new NodeId("one", await store.JoinAsync(One, CancellationToken.None));
        await store.JoinAsync(One with { Name = "two" }, CancellationToken.None);

        await store.BeatAsync(id, One, new MemberReport(Applied, ["b"]), CancellationToken.None);
        var (timeline, members) = await store.BeatAsync(
            id, One with { Addresses = ["http://[::1]:1"] }, null, CancellationToken.None);

        Assert.Equal(1, timeline);
        Assert.Equal(["one", "two"], members.Select(member => member.Id.Name));
        Assert.Equal([2, 0], members.Select(member => member.Beat));
        Assert.Equal(["http://[::1]:1"], members[0].Addresses);
        Assert.Equal(Applied, members[0].Report.Applied);
        Assert.Empty(members[1].Report.Applied);
    }

    [Fact]
    public async Task A_node_stays_a_member_and_follows_while_requests_have_taken_every_connection()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = Database.Open(
            new DatabaseSettings(made.ConnectionString, "busy", TimeSpan.FromSeconds(1), MaxConnections: 1));
        var store = new MemberStore(database);
        var id = new NodeId("one", await store.JoinAsync(One, CancellationToken.None));
        await using var request = await database.BeginAsync(Writes.Context, CancellationToken.None);

        var table = await store.BeatAsync(id, One, null, CancellationToken.None);
        var versions = await new ScopeStore(database.Vital).ReadVersionsAsync(CancellationToken.None);

        Assert.Single(table.Members);
        Assert.Equal(1, versions.Timeline);
        await Assert.ThrowsAsync<StoreAwayException>(() => store.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_node_whose_row_was_swept_is_entered_again_with_a_higher_beat()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new MemberStore(database);
        var id = new NodeId("one", await store.JoinAsync(One, CancellationToken.None));
        var before = (await store.BeatAsync(id, One, null, CancellationToken.None)).Members[0].Beat;
        await made.ScalarAsync("DELETE FROM member");

        var table = await store.BeatAsync(id, One, new MemberReport(Applied, ["b"]), CancellationToken.None);

        var entered = Assert.Single(table.Members);
        Assert.Equal(id, entered.Id);
        Assert.True(entered.Beat > before);
        Assert.Equal(Applied, entered.Report.Applied);
    }

    [Fact]
    public async Task Who_leaves_removes_itself_and_who_has_not_beaten_for_a_day()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new MemberStore(database);
        var id = new NodeId("one", await store.JoinAsync(One, CancellationToken.None));
        await store.JoinAsync(One with { Name = "long dead" }, CancellationToken.None);
        await made.ScalarAsync("UPDATE member SET beat_at = now() - interval '25 hours' WHERE node = 'long dead'");
        await store.JoinAsync(One with { Name = "two" }, CancellationToken.None);

        await store.LeaveAsync(id, CancellationToken.None);

        Assert.Equal("two", Assert.Single((await store.ReadAsync(CancellationToken.None)).Members).Id.Name);
    }

    [Fact]
    public async Task A_table_without_members_still_tells_the_timeline()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();

        var table = await new MemberStore(database).ReadAsync(CancellationToken.None);

        Assert.Equal(1, table.Timeline);
        Assert.Empty(table.Members);
    }

    [Fact]
    public async Task Nodes_that_ask_for_the_clusters_key_at_once_are_given_the_same()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new ClusterKeyStore(database);

        var keys = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => store.ReadOrMakeAsync(CancellationToken.None)));

        Assert.Equal(32, keys[0].Length);
        Assert.All(keys, key => Assert.Equal(keys[0], key));
    }

    [Fact]
    public async Task A_database_that_is_taken_away_is_said_to_be_away()
    {
        await using var made = await TestDatabase.CreateAsync();
        await using var database = made.Open();
        var store = new MemberStore(database);
        await store.ReadAsync(CancellationToken.None);
        await made.TakeAwayAsync();

        Func<Task>[] calls =
        [
            () => store.JoinAsync(One, CancellationToken.None),
            () => store.BeatAsync(Nodes.A, One, null, CancellationToken.None),
            () => store.ReadAsync(CancellationToken.None),
            () => store.LeaveAsync(Nodes.A, CancellationToken.None),
            () => new ClusterKeyStore(database).ReadOrMakeAsync(CancellationToken.None),
        ];

        foreach (var call in calls)
        {
            await Assert.ThrowsAsync<StoreAwayException>(call);
        }
    }
}
