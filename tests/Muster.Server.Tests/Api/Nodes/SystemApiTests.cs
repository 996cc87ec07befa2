using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Api.Nodes;

public sealed class SystemApiTests
{
    [Fact]
    public async Task A_node_describes_itself()
    {
        await using var node = await TestNode.StartAsync("Server:Node=north-1");
        using var client = await node.AdministratorAsync();

        var answer = (await client.GetAsync("/system/node")).Is(OK);

        Assert.Equal("north-1", answer.At("name"));
        Assert.Equal("ready", answer.At("health", "status"));
        Assert.Equal("external", answer.At("database", "kind"));
        Assert.Contains(node.Host.Address.ToString().TrimEnd('/'), answer.At("urls"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_whose_database_is_away_still_says_so()
    {
        await using var node = await TestNode.StartAsync("Server:CacheSlack=60");
        using var client = await node.AdministratorAsync();
        (await client.GetAsync("/system/node")).Is(OK);
        await node.Database.TakeAwayAsync();

        var answer = (await client.GetAsync("/system/node")).Is(OK);

        Assert.Equal("not ready", answer.At("health", "status"));
        Assert.Equal("", answer.At("database"));
    }

    [Fact]
    public async Task Options_show_values_and_sources_and_no_secret()
    {
        await using var node = await TestNode.StartAsync("Server:Node=north-1");
        using var client = await node.AdministratorAsync();

        var answer = (await client.GetAsync("/system/options")).Is(OK);

        var name = answer.Items.Single(item => item.GetProperty("key").GetString() == "Server:Node");
        Assert.Equal(
            ("north-1", "test"), (name.GetProperty("value").GetString(), name.GetProperty("source").GetString()));
        Assert.DoesNotContain("Username=", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_say_what_runs_here()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();

        var roles = (await client.GetAsync("/system/roles")).Is(OK).Items;

        Assert.Equal("running", roles[0].GetProperty("state").GetString());
        Assert.Equal("server", roles[0].GetProperty("name").GetString());
    }
}
