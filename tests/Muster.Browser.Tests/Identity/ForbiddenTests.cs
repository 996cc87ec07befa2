using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Identity;

public sealed class ForbiddenTests(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    [Theory]
    [InlineData("cluster", "system:view")]
    [InlineData("node", "system:view")]
    [InlineData("roles", "system:view")]
    [InlineData("options", "system:view")]
    [InlineData("users", "users:view")]
    [InlineData("access", "access_roles:view")]
    [InlineData("tokens", "clients:view")]
    [InlineData("audit", "audit:view")]
    public async Task An_agent_reads_which_permission_a_tab_needs(string tab, string permission)
    {
        var page = await OpenAsAsync("amir", $"/system/{tab}");

        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync($"This needs the permission {permission}.");
        await Expect(page.GetByRole(AriaRole.Table)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_planner_sees_the_node_but_not_the_users()
    {
        var page = await OpenAsAsync("paul", "/system/node");

        var tabs = page.GetByRole(AriaRole.Navigation, new() { Name = "System" });
        await Expect(tabs.GetByRole(AriaRole.Link, new() { Name = "Users needs users:view" })).ToBeVisibleAsync();
        await Expect(tabs.GetByRole(AriaRole.Link, new() { Name = "Node", Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Health" })).ToContainTextAsync("ready");
    }
}
