using Microsoft.Extensions.DependencyInjection;
using Muster.Server.Health;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Health;

public sealed class HealthApiTests
{
    [Fact]
    public async Task A_node_that_runs_is_live_and_ready_with_reasons()
    {
        await using var node = await TestNode.StartAsync();
        using var client = node.Anonymous();

        (await client.GetAsync("//health/live")).Is(OK);
        var ready = (await client.GetAsync("//health/ready")).Is(OK);

        Assert.Equal("ready", ready.At("status"));
        Assert.All(
            ready.Body.GetProperty("checks").EnumerateArray(),
            check => Assert.NotEqual("", check.GetProperty("sentence").GetString()));
    }

    [Fact]
    public async Task A_node_that_stops_says_so_before_it_is_gone()
    {
        await using var node = await TestNode.StartAsync();
        using var client = node.Anonymous();

        node.Host.Services.GetRequiredService<NodeState>().Stopping();

        Assert.Contains(
            "stopping",
            (await client.GetAsync("//health/ready")).Is(ServiceUnavailable).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_that_is_not_this_programs_is_not_ready()
    {
        await using var node = await TestNode.StartAsync();
        using var client = node.Anonymous();
        await node.Database.ScalarAsync("INSERT INTO migration VALUES (9999, 'newer', '', now())");

        var answer = (await client.GetAsync("//health/ready")).Is(ServiceUnavailable);

        Assert.Contains("schema 9999; this program needs", answer.Text, StringComparison.Ordinal);
    }
}
