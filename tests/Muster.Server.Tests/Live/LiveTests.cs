using System.Net.WebSockets;
using System.Text.Json;
using Muster.Server.Live;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Live;

public sealed class LiveTests
{
    private const int SessionEnd = 4401;

    [Fact]
    public async Task A_change_is_pushed_with_a_cursor()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();
        using var line = await FollowAsync(node, client, "organization");

        var id = await TenantAsync(client, "Northwind");

        var page = await line.NextAsync("page");
        Assert.False(page.GetProperty("whole").GetBoolean());
        Assert.Equal([id], Ids(page));
    }

    [Fact]
    public async Task A_client_that_goes_on_at_another_node_misses_nothing_and_gets_nothing_twice()
    {
        await using var cluster = await TestCluster.StartAsync(2);
        var clients = await cluster.AdministratorsAsync();
        using var first = await LiveLine.OpenAsync(cluster.Nodes[0], clients[0]);
        await first.SubscribeAsync("organization");
        await first.NextAsync("page");
        await TenantAsync(clients[0], "Northwind");
        var cursor = (await first.NextAsync("page")).GetProperty("cursor").GetString();
        first.Socket.Abort();

        var missed = new[] { await TenantAsync(clients[0], "Contoso"), await TenantAsync(clients[0], "Fabrikam") };
        await TestCluster.UntilAsync(
            clients[1], "/organization/tenants", all => all.GetProperty("items").GetArrayLength() == 3);
        using var second = await LiveLine.OpenAsync(cluster.Nodes[1], clients[1]);
        await second.SubscribeAsync("organization", cursor);

        Assert.Equal(missed, Ids(await second.NextAsync("page")));
    }

    [Theory]
    [InlineData("9.9")]
    [InlineData("1.999999")]
    [InlineData("no cursor")]
    public async Task From_a_cursor_that_cannot_be_gone_on_from_everything_is_to_be_read_again(string cursor)
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();
        using var line = await LiveLine.OpenAsync(node, client);

        await line.SubscribeAsync("organization", cursor);

        var page = await line.NextAsync("page");
        Assert.True(page.GetProperty("whole").GetBoolean());
        Assert.False(page.TryGetProperty("data", out _));
    }

    [Fact]
    public async Task Who_may_see_only_a_part_is_told_that_something_changed_but_not_what()
    {
        await using var node = await TestNode.StartAsync();
        using var root = await node.AdministratorAsync();
        var tenant = await TenantAsync(root, "Contoso");
        var unit = (await root.PostAsync(
            "/organization/business-units", new { name = "Service", tenant_id = tenant, zone = "Europe/Berlin" }))
            .Is(Created).At("id");
        var role = (await root.GetAsync("/access-roles")).Items
            .Single(one => one.GetProperty("name").GetString() == "Planner").GetProperty("id").GetString();
        var grant = new { role_id = role, scope_kind = "business_unit", scope_id = unit };
        var made = (await root.PostAsync(
            "/users", new { user_name = "planner", display_name = "Planner", grants = new[] { grant } })).Is(Created);
        using var planner = node.Anonymous();
        await planner.SignInFirstAsync("planner", made.At("first_password"));
        using var line = await FollowAsync(node, planner, "organization");

        await TenantAsync(root, "Northwind");

        Assert.False((await line.NextAsync("page")).TryGetProperty("data", out _));
    }

    [Fact]
    public async Task Who_may_not_see_it_is_refused_by_name_of_the_permission()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.SignedInAsync("nobody-special");
        using var line = await LiveLine.OpenAsync(node, client);

        await line.SubscribeAsync("people");

        var refused = await line.NextAsync("refused");
        Assert.Contains("people:view", refused.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"subscribe":"clutser"}""", "cluster")]
    [InlineData("""{"subscribe":"cluster/x"}""", "no parts")]
    [InlineData("""{"subscribe":"cluster","unsubscribe":"cluster"}""", "subscribe")]
    [InlineData("""{"subscribe":7}""", "subscribe")]
    [InlineData("nonsense", "subscribe")]
    public async Task What_is_no_request_is_refused_with_a_remedy_and_the_connection_lives_on(string sent, string says)
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();
        using var line = await LiveLine.OpenAsync(node, client);

        await line.SendAsync(sent);

        var refused = await line.NextAsync("refused");
        Assert.Contains(says, refused.GetProperty("reason").GetString(), StringComparison.Ordinal);
        await line.SubscribeAsync("cluster");
        await line.NextAsync("page");
    }

    [Fact]
    public async Task The_cluster_tells_of_itself_and_not_twice()
    {
        await using var node = await TestNode.StartAsync("Server:Node=a");
        using var client = await node.AdministratorAsync();
        using var line = await LiveLine.OpenAsync(node, client);
        await line.SubscribeAsync("cluster");

        var page = await line.NextAsync("page", told => Level(told) == "good");
        await line.SubscribeAsync("cluster", page.GetProperty("cursor").GetString());
        await line.SubscribeAsync("nothing");

        var next = await line.NextAsync("refused");
        Assert.Equal("nothing", next.GetProperty("topic").GetString());
        Assert.Equal("this node is current", page.GetProperty("data").GetProperty("sentence").GetString());
    }

    [Fact]
    public void A_node_that_falls_silent_is_told_by_name_only_to_who_may_see_nodes()
    {
        Assert.Equal("b has been silent for 12 s", Silent.Sentence);
        Assert.Equal("1 of 2 nodes behind", Silent.WithoutNames().Sentence);
        Assert.Empty(Silent.WithoutNames().Nodes);
    }

    [Fact]
    public async Task Another_sites_page_cannot_open_it_with_the_readers_cookie()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();

        await Assert.ThrowsAsync<WebSocketException>(
            () => LiveLine.OpenAsync(node, client, origin: "http://127.0.0.1:9"));

        using var own = await LiveLine.OpenAsync(node, client, origin: $"http://{node.Host.Address.Authority}");
        await own.NextAsync("beat");
    }

    [Fact]
    public async Task It_ends_with_the_session()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();
        using var other = await node.SignedInAsync("other", "Administrator");
        using var line = await FollowAsync(node, client, "organization");

        (await client.DeleteAsync("/session")).Is(NoContent);
        await TenantAsync(other, "Northwind");

        Assert.Equal(SessionEnd, await line.EndAsync());
    }

    [Fact]
    public async Task A_node_that_stops_says_so()
    {
        var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();
        using var line = await FollowAsync(node, client, "cluster");

        var stopping = node.DisposeAsync();

        Assert.Equal((int)WebSocketCloseStatus.EndpointUnavailable, await line.EndAsync());
        await stopping;
    }

    [Fact]
    public void One_caller_has_so_many_and_no_more()
    {
        var seats = new LiveSeats();
        var caller = Guid.Empty;

        Assert.All(Enumerable.Range(0, LiveSeats.Most), _ => Assert.True(seats.TryTake(caller)));
        Assert.False(seats.TryTake(caller));
        seats.Leave(caller);
        Assert.True(seats.TryTake(caller));
    }

    private static ClusterPulse Silent => ClusterPulse.Decide(
        "a", null, [new NodePulse("a", NodePulse.Current, 0), new NodePulse("b", NodePulse.Silent, 12)]);

    private static async Task<LiveLine> FollowAsync(TestNode node, TestClient client, string topic)
    {
        var line = await LiveLine.OpenAsync(node, client);
        await line.SubscribeAsync(topic);
        await line.NextAsync("page");
        return line;
    }

    private static async Task<string> TenantAsync(TestClient client, string name) =>
        (await client.PostAsync("/organization/tenants", new { name })).Is(Created).At("id");

    private static string? Level(JsonElement page) => page.GetProperty("data").GetProperty("level").GetString();

    private static IEnumerable<string?> Ids(JsonElement page) => page.GetProperty("data").EnumerateArray()
        .Select(changed => changed.GetProperty("id").GetString());
}
