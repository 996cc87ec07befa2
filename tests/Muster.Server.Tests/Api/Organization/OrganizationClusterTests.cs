using System.Text.Json;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Api.Organization;

public sealed class OrganizationClusterTests
{
    [Fact]
    public async Task A_change_on_one_node_is_seen_on_the_others_once_it_is_applied()
    {
        await using var cluster = await TestCluster.StartAsync(2);
        var clients = await cluster.AdministratorsAsync();
        var tenant = (await clients[0].PostAsync("/organization/tenants", new { name = "Acme" })).Is(Created).At("id");
        (await clients[1].PatchAsync(
            $"/organization/tenants/{tenant}", new { name = "Acme Ltd" }, ("If-Match", "\"1\""))).Is(OK);

        var receipt = (await clients[1].GetAsync("/system/scopes/organization/applied?version=2&wait_ms=5000")).Is(OK);

        Assert.Equal("True", receipt.At("complete"));
        Assert.Equal("Acme Ltd", (await clients[0].GetAsync($"/organization/tenants/{tenant}")).At("name"));
        var view = (await clients[0].GetAsync("/system/cluster")).Is(OK);
        Assert.Contains(
            view.Body.GetProperty("scopes").EnumerateArray(),
            scope => scope.GetProperty("name").GetString() == "organization");
    }

    [Fact]
    public async Task Writers_on_several_nodes_at_once_all_get_through()
    {
        await using var cluster = await TestCluster.StartAsync(2);
        var clients = await cluster.AdministratorsAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
            clients[number % 2].PostAsync("/organization/tenants", new { name = $"Tenant {number}" })));

        Assert.All(answers, answer => answer.Is(Created));
        await TestCluster.UntilAsync(
            clients[0], "/organization/tenants",
            (JsonElement list) => list.GetProperty("items").GetArrayLength() == 20);
    }
}
