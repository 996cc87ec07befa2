using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Nodes;

public sealed class NodeTests(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    [Fact]
    public async Task The_node_tab_tells_health_database_and_process_of_the_node()
    {
        var node = await (await Demo.SessionAsync("ada")).GetAsync("/system/node");

        var page = await OpenAsAsync("ada", "/system/node");

        await Expect(Section(page, "Health")).ToContainTextAsync("ready");
        await Expect(Section(page, "Database"))
            .ToContainTextAsync(node.GetProperty("database").GetProperty("version").GetString()!);
        await Expect(Section(page, "Node")).ToContainTextAsync(node.GetProperty("process_id").ToString());
        await Expect(Section(page, "Node")).ToContainTextAsync(Demo.Address.Authority);
    }

    [Fact]
    public async Task The_live_pill_opens_the_cluster_tab()
    {
        var page = await OpenAsAsync("ada", "/today");

        await page.GetByRole(AriaRole.Link, new() { Name = "this node is current" }).ClickAsync();

        await Expect(page).ToHaveURLAsync("/system/cluster");
    }

    [Fact]
    public async Task The_roles_tab_lists_every_role_with_its_state()
    {
        var roles = (await (await Demo.SessionAsync("ada")).GetAsync("/system/roles")).GetProperty("items");

        var page = await OpenAsAsync("ada", "/system/roles");

        var rows = page.GetByRole(AriaRole.Table, new() { Name = "Node roles" }).Locator("tbody tr");
        await Expect(rows).ToHaveCountAsync(roles.GetArrayLength());
        foreach (var (index, role) in roles.EnumerateArray().Index())
        {
            await Expect(rows.Nth(index)).ToContainTextAsync(role.GetProperty("name").GetString()!);
            await Expect(rows.Nth(index)).ToContainTextAsync(role.GetProperty("state").GetString()!);
        }
    }

    private static ILocator Section(IPage page, string name) =>
        page.GetByRole(AriaRole.Region, new() { Name = name, Exact = true });
}
