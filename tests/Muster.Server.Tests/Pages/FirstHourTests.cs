using System.Net;
using System.Runtime.Versioning;
using Muster.Testing;

namespace Muster.Server.Tests.Pages;

/// <summary>The way of docs/first-hour.md: its commands, as they stand there, in their order.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class FirstHourTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Every_command_of_the_page_leads_on_to_the_live_wall()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Accepted.Repository, "docs/first-hour.md"));
        await using var terminals = new PageTerminals();

        // Shorter than a reader would like: the test looks whether it goes, not how good it gets.
        var blocks = PageBlock.AllOf(page.Replace("--seconds 10", "--seconds 2", StringComparison.Ordinal));
        foreach (var block in blocks)
        {
            if (block.IsOtherTerminal)
            {
                await terminals.StartAsync(block.Commands);
            }
            else
            {
                await terminals.RunAsync(block.Commands);
            }
        }

        Assert.Equal(9, blocks.Count);
        using var client = new TestClient(terminals.Address);
        await client.SignInFirstAsync("admin", await terminals.FirstPasswordAsync());
        var unit = (await client.GetAsync("/organization/management-units")).Is(HttpStatusCode.OK).Items[0];
        await Until.FineAsync(Patience, async () =>
        {
            var wall = await client.GetAsync($"/adherence/agents?unit_id={unit.GetProperty("id").GetString()}");
            var agents = wall.Is(HttpStatusCode.OK).Body.GetProperty("agents").EnumerateArray().ToList();
            var known = agents.Count(agent => agent.GetProperty("verdict").GetString() != "unknown");
            return agents.Count == 30 && known == 30 ? null : $"{known} of {agents.Count}; {terminals.Said}";
        });
    }
}
