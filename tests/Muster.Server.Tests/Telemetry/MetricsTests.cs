using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Telemetry;

public sealed class MetricsTests
{
    [Fact]
    public async Task The_page_has_requests_memory_and_connections_in_the_Prometheus_format()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();
        (await client.GetAsync("/users")).Is(OK);

        var page = (await client.GetAsync("//metrics")).Is(OK);

        Assert.StartsWith("text/plain; version=0.0.4", page.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("# TYPE http_server_request_duration_seconds histogram", page.Text, StringComparison.Ordinal);
        Assert.Matches("http_server_request_duration_seconds_bucket\\{.*le=\"\\+Inf\"\\} [0-9]+\n", page.Text);
        Assert.Contains("dotnet_process_memory_working_set", page.Text, StringComparison.Ordinal);
        Assert.Contains("db_client_", page.Text, StringComparison.Ordinal);
        Assert.All(
            page.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Matches("^(# (HELP|TYPE) .*|[a-z_0-9]+(\\{.*\\})? [-+0-9.eEInfNa]+)$", line));
    }

    [Fact]
    public async Task The_page_needs_a_right()
    {
        await using var node = await TestNode.StartAsync();
        using var agent = await node.SignedInAsync("amir", "Agent");

        (await agent.GetAsync("//metrics")).Is(Forbidden);
    }
}
