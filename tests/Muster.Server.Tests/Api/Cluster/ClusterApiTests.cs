using System.Text.Json;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Api.Cluster;

public sealed class ClusterApiTests
{
    private const string Path = "/system/cluster";
    private const string Handover = "/system/leases/housekeeping/handover";

    [Fact]
    public async Task Nodes_on_one_database_find_each_other_and_link()
    {
        await using var cluster = await TestCluster.StartAsync(3);
        using var client = await cluster.Nodes[0].AdministratorAsync();

        var view = await TestCluster.UntilAsync(client, Path, body => Links(body) == "a:b,c b:a,c c:a,b");

        Assert.Equal("Reaches 2 of 2 other nodes, 0 through relay.", view.At("mesh", "sentence"));
        Assert.All(view.Body.GetProperty("nodes").EnumerateArray(), node =>
        {
            Assert.True(node.GetProperty("live").GetBoolean());
            Assert.Equal(0, node.GetProperty("applied")[0].GetProperty("behind").GetInt64());
        });
    }

    [Fact]
    public async Task Who_has_lost_a_right_on_one_node_has_lost_it_on_all_once_the_change_is_applied()
    {
        await using var cluster = await TestCluster.StartAsync(3);
        var administrators = await cluster.AdministratorsAsync();
        using var planner = await cluster.Nodes[1].SignedInAsync("pia", "Planner");
        using var elsewhere = TestCluster.SameSession(planner, cluster.Nodes[2]);
        (await planner.GetAsync("/system/node")).Is(OK);
        (await elsewhere.GetAsync("/system/node")).Is(OK);
        var pia = (await administrators[0].GetAsync("/users?search=pia")).Items[0];

        (await administrators[0].PatchAsync(
            $"/users/{pia.GetProperty("id")}", new { disabled = true }, ("If-Match", "\"1\""))).Is(OK);
        var receipt = await AppliedAsync(administrators[0]);

        Assert.Equal("True", receipt.At("complete"));
        Assert.Equal(3, receipt.Body.GetProperty("nodes").GetArrayLength());
        (await planner.GetAsync("/system/node")).Is(Unauthorized);
        (await elsewhere.GetAsync("/system/node")).Is(Unauthorized);
    }

    [Theory]
    [InlineData("Server:WebEvents=false", "Database:Notify=true")]
    [InlineData("Server:WebEvents=true", "Database:Notify=false")]
    [InlineData("Server:WebEvents=false", "Database:Notify=false")]
    public async Task Each_way_to_learn_of_a_change_is_enough(string mesh, string notify)
    {
        await using var cluster = await TestCluster.StartAsync(2, mesh, notify, "Server:CacheSlack=0.5");
        var administrators = await cluster.AdministratorsAsync();
        (await administrators[1].GetAsync("/users")).Is(OK);

        (await administrators[0].DeleteAsync("/session")).Is(NoContent);

        await TestCluster.UntilAsync(
            administrators[1], "/users", body => body.TryGetProperty("type", out var type)
                && type.GetString() == "urn:muster:problem:not-signed-in");
    }

    [Fact]
    public async Task A_duty_goes_to_the_node_that_is_asked_for()
    {
        await using var cluster = await TestCluster.StartAsync(3);
        var clients = await cluster.AdministratorsAsync();
        await TestCluster.UntilAsync(clients[0], Path, HasHousekeeping);

        // A holder on a starved machine stands down by itself, which is an epoch too; no machine starves five times.
        var epochs = new List<long>();
        foreach (var to in (string[])["c", "b", "a", "c", "b"])
        {
            var before = Leases((await clients[0].GetAsync(Path)).Body).Single(IsHousekeeping);
            if (before.GetProperty("holder").GetString() == to)
            {
                continue;
            }

            var answer = (await clients[1].PostAsync(Handover, new { to })).Is(OK);
            Assert.Equal(to, answer.At("holder"));
            epochs.Add(answer.Body.GetProperty("epoch").GetInt64() - before.GetProperty("epoch").GetInt64());
        }

        Assert.All(epochs, epoch => Assert.True(epoch >= 1));
        Assert.Contains(1, epochs);
    }

    [Fact]
    public async Task A_handover_that_cannot_be_is_refused_with_the_reason()
    {
        await using var cluster = await TestCluster.StartAsync(1);
        using var client = await cluster.Nodes[0].AdministratorAsync();
        using var planner = await cluster.Nodes[0].SignedInAsync("pia", "Planner");
        await TestCluster.UntilAsync(client, Path, HasHousekeeping);

        Assert.Contains(
            "zoe does not wait", (await client.PostAsync(Handover, new { to = "zoe" })).Is(Conflict).Detail,
            StringComparison.Ordinal);
        Assert.Contains(
            "a has housekeeping already", (await client.PostAsync(Handover, new { to = "a" })).Is(Conflict).Detail,
            StringComparison.Ordinal);
        (await client.PostAsync("/system/leases/nothing/handover", new { to = "a" })).Is(NotFound);
        (await planner.PostAsync(Handover, new { to = "a" })).Is(Forbidden);
    }

    [Fact]
    public async Task A_version_that_does_not_exist_yet_is_pending_and_says_for_whom()
    {
        await using var cluster = await TestCluster.StartAsync(2);
        using var client = await cluster.Nodes[0].AdministratorAsync();

        var answer = (await client.GetAsync("/system/scopes/access/applied?version=1000000&wait_ms=20")).Is(OK);

        Assert.Equal("False", answer.At("complete"));
        Assert.All(
            answer.Body.GetProperty("nodes").EnumerateArray(),
            node => Assert.Equal("pending", node.GetProperty("state").GetString()));
        (await client.GetAsync("/system/scopes/nothing/applied?version=1")).Is(NotFound);
        Assert.Equal(
            ["version", "wait_ms"],
            (await client.GetAsync("/system/scopes/access/applied?version=-1&wait_ms=99999")).Is(BadRequest).Fields);
    }

    [Fact]
    public async Task A_node_that_stops_is_gone_at_once()
    {
        await using var cluster = await TestCluster.StartAsync(2);
        using var client = await cluster.Nodes[0].AdministratorAsync();
        await TestCluster.UntilAsync(client, Path, body => Links(body) == "a:b b:a");

        await cluster.StopAsync(cluster.Nodes[1]);

        await TestCluster.UntilAsync(client, Path, body => Links(body) == "a:");
    }

    [Fact]
    public async Task Nodes_with_different_secrets_do_not_link_and_say_why()
    {
        await using var cluster = await TestCluster.StartAsync(
            1, "Auth:Provider=secret", "Auth:Secret=one-long-secret-1");
        await using var stranger = await TestNode.StartAsync(
            cluster.Nodes[0].Database, "Server:Node=z", "Auth:Provider=secret", "Auth:Secret=other-long-secret");
        using var client = await stranger.AdministratorAsync();

        var view = await TestCluster.UntilAsync(
            client, Path, body => body.GetProperty("mesh").GetProperty("troubles").ToString()
                .Contains("belongs to another cluster", StringComparison.Ordinal));

        Assert.Equal(0, view.Body.GetProperty("mesh").GetProperty("links").GetArrayLength());
    }

    [Fact]
    public async Task Without_a_provider_there_is_no_mesh_and_it_says_why()
    {
        await using var cluster = await TestCluster.StartAsync(1, "Auth:Provider=none");
        using var client = await cluster.Nodes[0].AdministratorAsync();

        var view = (await client.GetAsync(Path)).Is(OK);

        Assert.Equal("False", view.At("mesh", "on"));
        Assert.Contains("Auth:Provider is none", view.At("mesh", "sentence"), StringComparison.Ordinal);
        Assert.Contains(
            "Auth:Provider is none", (await client.GetAsync("//mesh")).Is(NotFound).Detail, StringComparison.Ordinal);
    }

    private static string Links(JsonElement cluster) => string.Join(' ', cluster.GetProperty("nodes").EnumerateArray()
        .Select(node => $"{node.GetProperty("name").GetString()}:{string.Join(',', Names(node))}"));

    private static IEnumerable<string?> Names(JsonElement node) =>
        node.GetProperty("links").EnumerateArray().Select(link => link.GetString());

    private static async Task<TestAnswer> AppliedAsync(TestClient client)
    {
        var version = (await client.GetAsync(Path)).Body.GetProperty("scopes")[0].GetProperty("version");
        return (await client.GetAsync($"/system/scopes/access/applied?version={version}&wait_ms=3000")).Is(OK);
    }

    private static bool HasHousekeeping(JsonElement body) => Leases(body).Any(IsHousekeeping);

    private static bool IsHousekeeping(JsonElement lease) => lease.GetProperty("name").GetString() == "housekeeping";

    private static JsonElement.ArrayEnumerator Leases(JsonElement body) => body.GetProperty("leases").EnumerateArray();
}
