using Microsoft.Playwright;
using Muster.Browser.Tests.Schedule;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Identity;

/// <summary>What somebody finds whose rights are limited to one management unit.</summary>
public sealed class UnitRightsTests(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    [Fact]
    public async Task A_supervisor_of_one_unit_finds_its_pages_and_no_other_unit_and_cannot_publish()
    {
        var ada = await Demo.SessionAsync("ada");
        var stage = await DraftStage.SetAsync(ada, 1);
        var (unit, name) = (stage.Company.Part, stage.Company.Name);
        using var sue = await Demo.NewSessionAsync("Supervisor", unit);
        var page = await OpenAsync(Demo.Address, "/", sue);

        await Expect(page).ToHaveURLAsync("/today");
        await Expect(page.GetByLabel("Business unit").Locator("option")).ToHaveTextAsync([$"{name} Service"]);
        await OpenAsync(page, "Adherence");
        await Expect(page.GetByText("Ada Holm").First).ToBeVisibleAsync();
        await OpenAsync(page, "Schedule");
        await Expect(page.GetByRole(AriaRole.Grid)).ToBeVisibleAsync();
        await Expect(page.Button("New draft")).ToBeDisabledAsync();
        await page.GotoAsync(stage.Path);
        await Expect(page.Button("Publish")).ToBeDisabledAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Builds" }).ClickAsync();
        await Expect(page.Heading("Builds are of whole business units")).ToBeVisibleAsync();

        await page.Button($"{name} Service › {name} Berlin").Or(page.Button("All units")).ClickAsync();
        var units = page.GetByRole(AriaRole.Dialog, new() { Name = "Unit" }).GetByRole(AriaRole.Listitem);
        await Expect(units).ToHaveTextAsync(["All units", $"{name} Service", $"{name} Berlin"]);
        await Expect(Areas(page).GetByRole(AriaRole.Link, new() { Name = "System" })).ToHaveCountAsync(0);
    }

    private static Task OpenAsync(IPage page, string area) =>
        Areas(page).GetByRole(AriaRole.Link, new() { Name = area, Exact = true }).ClickAsync();

    private static ILocator Areas(IPage page) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "Areas", Exact = true });
}
