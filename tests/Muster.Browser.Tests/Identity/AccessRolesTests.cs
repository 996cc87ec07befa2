using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Identity;

public sealed class AccessRolesTests(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    [Fact]
    public async Task An_own_role_is_created_with_its_permissions()
    {
        var page = await OpenAsAsync("ada", "/system/access");
        var name = Unique.Name("auditors");

        await CreateAsync(page, name);

        await Expect(Row(page, name)).ToContainTextAsync("own");
        await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = name })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_own_role_is_changed()
    {
        var page = await OpenAsAsync("ada", "/system/access");
        var name = Unique.Name("auditors");
        await CreateAsync(page, name);

        await Row(page, name).GetByRole(AriaRole.Button).ClickAsync();
        await page.Field("Description").WriteAsync("Reads who changed what.");
        await page.PressAsync("Enter");

        await Expect(Row(page, name)).ToContainTextAsync("Reads who changed what.");
    }

    [Fact]
    public async Task An_own_role_is_deleted_after_a_question()
    {
        var page = await OpenAsAsync("ada", "/system/access");
        var name = Unique.Name("auditors");
        await CreateAsync(page, name);

        await Row(page, name).GetByRole(AriaRole.Button).ClickAsync();
        await page.Button("Delete").ClickAsync();
        await Expect(page.GetByText($"Everyone who has the role {name} loses")).ToBeVisibleAsync();
        await page.ConfirmAsync("Delete");

        await Expect(Row(page, name)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_built_in_role_can_be_read_but_not_changed()
    {
        var page = await OpenAsAsync("ada", "/system/access");

        await Row(page, "Planner").GetByRole(AriaRole.Button).ClickAsync();

        await Expect(page.GetByText("This role is built in and cannot be changed.")).ToBeVisibleAsync();
        await Expect(page.Button("Save")).ToHaveCountAsync(0);
    }

    private static async Task CreateAsync(IPage page, string name)
    {
        await page.Button("New access role").ClickAsync();
        await page.Field("Name").WriteAsync(name);
        var audit = page.GetByRole(AriaRole.Group, new() { Name = "audit" }).GetByRole(AriaRole.Checkbox);
        await audit.PressAsync("Space");
        await Expect(audit).ToBeCheckedAsync();
        await page.Button("Create access role").PressAsync("Enter");
        await Expect(Row(page, name)).ToBeVisibleAsync();
    }

    private static ILocator Row(IPage page, string name) =>
        page.GetByRole(AriaRole.Table, new() { Name = "Access roles" })
            .Locator("tbody tr").Filter(new() { HasText = name });
}
