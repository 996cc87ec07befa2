using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Api.Identity;

public sealed class AccessRolesApiTests
{
    [Fact]
    public async Task A_role_of_ones_own_gives_what_it_says_and_no_more()
    {
        await using var node = await TestNode.StartAsync();
        using var administrator = await node.AdministratorAsync();
        await AddAsync(administrator, "Auditor", "audit:view");
        using var auditor = await node.SignedInAsync("aud", "Auditor");

        (await auditor.GetAsync("/audit")).Is(OK);
        (await auditor.GetAsync("/users")).Is(Forbidden);
    }

    [Fact]
    public async Task Changing_a_role_changes_what_its_holders_may_do_at_once()
    {
        await using var node = await TestNode.StartAsync();
        using var administrator = await node.AdministratorAsync();
        var path = await AddAsync(administrator, "Auditor", "audit:view");
        using var auditor = await node.SignedInAsync("aud", "Auditor");
        (await auditor.GetAsync("/audit")).Is(OK);

        (await administrator.PatchAsync(path, new { permissions = new[] { "users:view" } }, ("If-Match", "\"1\""))).Is(OK);

        (await auditor.GetAsync("/audit")).Is(Forbidden);
        (await auditor.GetAsync("/users")).Is(OK);
    }

    [Fact]
    public async Task Built_in_roles_stay_as_they_are()
    {
        await using var node = await TestNode.StartAsync();
        using var administrator = await node.AdministratorAsync();
        var planner = (await administrator.GetAsync("/access-roles")).Items
            .Single(item => item.GetProperty("name").GetString() == "Planner").GetProperty("id");

        var refused = await administrator.DeleteAsync($"/access-roles/{planner}", ("If-Match", "\"1\""));

        Assert.Contains("built in", refused.Is(Conflict).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_somebody_holds_is_not_deleted()
    {
        await using var node = await TestNode.StartAsync();
        using var administrator = await node.AdministratorAsync();
        var path = await AddAsync(administrator, "Auditor", "audit:view");
        await TestAccounts.AddAsync(node.Host.Services, "aud", "Auditor");

        Assert.Contains("granted 1 times",
            (await administrator.DeleteAsync(path, ("If-Match", "\"1\""))).Is(Conflict).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_nobody_holds_goes_away()
    {
        await using var node = await TestNode.StartAsync();
        using var administrator = await node.AdministratorAsync();
        var path = await AddAsync(administrator, "Auditor", "audit:view");

        (await administrator.DeleteAsync(path, ("If-Match", "\"1\""))).Is(NoContent);

        (await administrator.GetAsync(path)).Is(NotFound);
    }

    [Fact]
    public async Task A_permission_that_does_not_exist_is_named()
    {
        await using var node = await TestNode.StartAsync();
        using var administrator = await node.AdministratorAsync();

        var answer = await administrator.PostAsync(
            "/access-roles", new { name = "X", description = "", permissions = new[] { "audit:view", "moon:walk" } });

        Assert.Equal(["permissions[1]"], answer.Is(BadRequest).Fields);
    }

    [Fact]
    public async Task Two_roles_cannot_have_one_name()
    {
        await using var node = await TestNode.StartAsync();
        using var administrator = await node.AdministratorAsync();
        var path = await AddAsync(administrator, "Auditor", "audit:view");

        var same = new { name = "PLANNER" };

        Assert.Equal(["name"], (await administrator.PatchAsync(path, same, ("If-Match", "\"1\""))).Is(BadRequest).Fields);
    }

    private static async Task<string> AddAsync(TestClient client, string name, params string[] permissions) =>
        $"/access-roles/{(await client.PostAsync("/access-roles", new { name, description = "", permissions })).Is(Created).At("id")}";
}
