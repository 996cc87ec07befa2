using Microsoft.Playwright;
using Muster.Browser.Tests.People;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Frame;

public sealed class UnitTests(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    [Fact]
    public async Task A_unit_is_chosen_by_keyboard_kept_in_the_address_and_remembered_for_the_next_browser()
    {
        var company = await Company.FoundAsync(await Demo.SessionAsync("ada"));
        await company.HireAsync(await Demo.SessionAsync("ada"), "Una");
        using var session = await Demo.NewSessionAsync("Planner");
        var page = await OpenAsync(Demo.Address, "/people/agents", session);
        var remembered = page.WaitForResponseAsync(
            answer => answer.Url.EndsWith("/preferences/shell") && answer.Request.Method == "PUT");

        await Picker(page, "All units").PressAsync("Enter");
        await Expect(List(page)).ToBeVisibleAsync();
        await List(page).GetByRole(AriaRole.Button, new() { Name = $"{company.Name} Berlin in" }).PressAsync("Enter");

        await Expect(Picker(page, $"{company.Name} Service › {company.Name} Berlin")).ToBeFocusedAsync();
        Assert.Contains($"unit={company.Part}", page.Url, StringComparison.Ordinal);
        await Expect(page.GetByText("1 agent", new() { Exact = true })).ToBeVisibleAsync();
        await remembered;
        var elsewhere = await OpenAsync(Demo.Address, "/people/agents", session);
        await Expect(Picker(elsewhere, $"{company.Name} Service › {company.Name} Berlin")).ToBeVisibleAsync();
        await Expect(elsewhere.GetByText("1 agent", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_asks_for_the_units_before_they_have_come_gets_the_list_when_they_are_there()
    {
        var company = await Company.FoundAsync(await Demo.SessionAsync("ada"));
        var page = await OpenAsAsync("ada", "/people/skills");
        var come = new TaskCompletionSource();
        await page.RouteAsync("**/organization/business-units*", async route =>
        {
            await come.Task;
            await route.ContinueAsync();
        });
        await page.ReloadAsync();

        await Picker(page, "All units").PressAsync("Enter");
        await Expect(Picker(page, "All units")).ToHaveAttributeAsync("aria-expanded", "true");
        come.SetResult();

        await Expect(List(page).GetByRole(AriaRole.Button, new() { Name = $"{company.Name} Berlin in" }))
            .ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_business_unit_leads_to_its_people_its_organization_and_its_forecast()
    {
        var company = await Company.FoundAsync(await Demo.SessionAsync("ada"));
        await company.HireAsync(await Demo.SessionAsync("ada"), "Una");
        using var session = await Demo.NewSessionAsync("Planner");
        var page = await OpenAsync(Demo.Address, $"/people/agents?unit={company.Unit}", session);
        await Expect(page.GetByText("1 agent", new() { Exact = true })).ToBeVisibleAsync();

        await page.GotoAsync("/people/organization");
        await Picker(page, "All units").ClickAsync();
        await List(page).GetByRole(AriaRole.Button, new() { Name = $"{company.Name} Service", Exact = true })
            .ClickAsync();

        await Expect(page.Heading($"{company.Name} Service")).ToBeVisibleAsync();
        await page.GotoAsync("/forecast");
        await Expect(page.GetByLabel("Business unit")).ToHaveValueAsync(company.Unit);
    }

    private static ILocator Picker(IPage page, string name) => page.Button(name);

    private static ILocator List(IPage page) => page.GetByRole(AriaRole.Dialog, new() { Name = "Unit" });
}
