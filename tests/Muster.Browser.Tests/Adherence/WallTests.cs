using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Adherence;

public sealed class WallTests(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    [Fact]
    public async Task Who_goes_out_is_seen_without_a_reload_why_by_one_click_and_is_approved()
    {
        var stage = await WallStage.SetAsync(await Demo.SessionAsync("ada"), "Ann", "Bo");
        await stage.TellAsync("Ann", "Ready", 60);
        await stage.TellAsync("Bo", "Ready", 60);
        var page = await OpenAsync(Demo.Address, stage.Path, await Demo.NewSessionAsync("Supervisor"));
        var rows = page.GetByRole(AriaRole.Table, new() { Name = "Adherence now" }).Locator("[data-cell=verdict]");
        await Expect(rows).ToHaveTextAsync(["Verdict", "in", "in"]);

        await stage.TellAsync("Bo", "Pause", 3);

        await Expect(rows).ToHaveTextAsync(["Verdict", "out", "in"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Only out 1" }).ClickAsync();
        await Expect(rows).ToHaveTextAsync(["Verdict", "out"]);
        await page.Button("Bo Holm").ClickAsync();
        await Expect(page.GetByText("Pause instead of Phone, which is on queue.")).ToBeVisibleAsync();

        await page.ReloadAsync();
        await Expect(page.GetByText("Pause instead of Phone, which is on queue.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Approve from") }).ClickAsync();
        await page.Field("Why").FillAsync("Fire drill");
        await page.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Approved" })).ToContainTextAsync("Fire drill, by");
        await page.PressAsync("Escape");
        await Expect(rows).ToHaveTextAsync(["Verdict", "out"]);

        await stage.TellAsync("Bo", "Ready", 0);
        await Expect(page.Heading("Nobody is out")).ToBeVisibleAsync();
    }
}
