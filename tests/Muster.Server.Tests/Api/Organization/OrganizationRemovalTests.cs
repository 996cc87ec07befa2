using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Api.Organization;

public sealed class OrganizationRemovalTests
{
    [Fact]
    public async Task What_is_in_use_is_not_removed_and_the_sentence_says_by_whom()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();
        var stage = await OrganizationStage.SetAsync(client);

        foreach (var path in new[] { "tenants", "skills", "business-units", "management-units", "activity-codes" })
        {
            var refused = (await client.DeleteAsync(stage.PathOf(path), ("If-Match", "\"1\""))).Is(Conflict);
            Assert.Contains("is still in use by ", refused.Detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_is_made_in_or_restored_into_what_was_removed()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();
        var tenant = (await client.PostAsync("/organization/tenants", new { name = "Acme" })).At("id");
        var body = new { name = "German", tenant_id = tenant };
        var skill = (await client.PostAsync("/organization/skills", body)).Is(Created).At("id");
        (await client.DeleteAsync($"/organization/skills/{skill}", ("If-Match", "\"1\""))).Is(OK);
        (await client.DeleteAsync($"/organization/tenants/{tenant}", ("If-Match", "\"1\""))).Is(OK);

        var made = (await client.PostAsync("/organization/skills", body)).Is(BadRequest);
        var restored = await client.PostAsync($"/organization/skills/{skill}/restore", null, ("If-Match", "\"2\""));

        Assert.Equal(["tenant_id"], made.Fields);
        Assert.Contains("was removed: Acme.\nMaybe restore it", made.Detail, StringComparison.Ordinal);
        Assert.Equal(["tenant_id"], restored.Is(BadRequest).Fields);
    }

    [Fact]
    public async Task Of_two_who_remove_and_use_an_item_at_once_one_is_refused()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();

        for (var round = 0; round < 10; round++)
        {
            var tenant = (await client.PostAsync("/organization/tenants", new { name = "Acme" })).At("id");
            var removal = client.DeleteAsync($"/organization/tenants/{tenant}", ("If-Match", "\"1\""));
            var use = client.PostAsync("/organization/skills", new { name = "German", tenant_id = tenant });

            Assert.Single(await Task.WhenAll(removal, use), answer => answer.Status is OK or Created);
        }
    }

    [Fact]
    public async Task Sites_in_a_circle_are_refused_with_the_path()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();
        var tenant = (await client.PostAsync("/organization/tenants", new { name = "Acme" })).At("id");
        var top = new { name = "North", tenant_id = tenant };
        var north = (await client.PostAsync("/organization/sites", top)).At("id");
        var kiel = (await client.PostAsync(
            "/organization/sites", new { name = "Kiel", tenant_id = tenant, parent_id = north })).Is(Created).At("id");

        var refused = (await client.PatchAsync(
            $"/organization/sites/{north}", new { parent_id = kiel }, ("If-Match", "\"1\""))).Is(BadRequest);

        Assert.Equal(["parent_id"], refused.Fields);
        Assert.Contains("North > Kiel > North", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contradictory_contract_is_refused_with_both_fields()
    {
        await using var node = await TestNode.StartAsync();
        using var client = await node.AdministratorAsync();
        var stage = await OrganizationStage.SetAsync(client);

        var refused = (await client.PatchAsync(
            stage.PathOf("work-plans"), new { min_rest_minutes = 1200 }, ("If-Match", "\"1\""))).Is(BadRequest);

        Assert.Equal(["min_rest_minutes", "shift_minutes.min"], refused.Fields);
    }
}
