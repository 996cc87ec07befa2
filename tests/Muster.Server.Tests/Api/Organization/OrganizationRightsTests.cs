using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Api.Organization;

public sealed class OrganizationRightsTests
{
    [Fact]
    public async Task Who_holds_a_business_unit_sees_what_it_uses_and_changes_what_is_in_it()
    {
        await using var node = await TestNode.StartAsync();
        using var root = await node.AdministratorAsync();
        var (own, other) = (await OrganizationStage.SetAsync(root), await OrganizationStage.SetAsync(root));
        using var planner = await UnitHolder.SignedInAsync(node, "Planner", "business_unit", own["business-units"]);

        foreach (var path in OrganizationStage.Paths)
        {
            Assert.Equal([own[path]], OrganizationStage.Ids((await planner.GetAsync($"/organization/{path}")).Is(OK)));
            (await planner.GetAsync(own.PathOf(path))).Is(OK);
            (await planner.GetAsync(other.PathOf(path))).Is(NotFound);
            (await RenameAsync(planner, other.PathOf(path))).Is(NotFound);
        }

        foreach (var path in new[] { "business-units", "management-units", "teams", "work-plans" })
        {
            (await RenameAsync(planner, own.PathOf(path))).Is(OK);
        }

        var refused = (await RenameAsync(planner, own.PathOf("skills"))).Is(Forbidden);
        Assert.Contains("for the whole installation", refused.Detail, StringComparison.Ordinal);
        (await planner.PostAsync("/organization/business-units", own.Body("business-units"))).Is(Forbidden);
        (await planner.PostAsync("/organization/management-units", own.Body("management-units"))).Is(Created);
        (await planner.PostAsync("/organization/teams", other.Body("teams"))).Is(Forbidden);
    }

    [Fact]
    public async Task Who_holds_a_management_unit_changes_that_and_no_more()
    {
        await using var node = await TestNode.StartAsync();
        using var root = await node.AdministratorAsync();
        var stage = await OrganizationStage.SetAsync(root);
        var sister = (await root.PostAsync("/organization/management-units", stage.Body("management-units"))).At("id");
        var unit = stage["management-units"];
        using var planner = await UnitHolder.SignedInAsync(node, "Planner", "management_unit", unit);

        (await planner.GetAsync(stage.PathOf("activity-codes"))).Is(OK);
        (await planner.GetAsync(stage.PathOf("business-units"))).Is(OK);
        (await planner.GetAsync($"/organization/management-units/{sister}")).Is(NotFound);
        (await RenameAsync(planner, stage.PathOf("teams"))).Is(OK);
        (await RenameAsync(planner, stage.PathOf("management-units"))).Is(OK);
        (await RenameAsync(planner, stage.PathOf("activity-codes"))).Is(Forbidden);
        (await planner.PostAsync("/organization/management-units", stage.Body("management-units"))).Is(Forbidden);
    }

    [Fact]
    public async Task A_supervisor_sees_and_changes_nothing()
    {
        await using var node = await TestNode.StartAsync();
        using var root = await node.AdministratorAsync();
        var stage = await OrganizationStage.SetAsync(root);
        using var supervisor = await node.SignedInAsync("sue", "Supervisor");
        using var agent = await node.SignedInAsync("ann", "Agent");

        (await supervisor.GetAsync("/organization/teams")).Is(OK);
        Assert.Contains(
            "organization:edit", (await RenameAsync(supervisor, stage.PathOf("teams"))).Is(Forbidden).Detail,
            StringComparison.Ordinal);
        (await agent.GetAsync("/organization/teams")).Is(Forbidden);
    }

    private static Task<TestAnswer> RenameAsync(TestClient client, string item) =>
        client.PatchAsync(item, new { name = "Renamed" }, ("If-Match", "\"1\""));
}
