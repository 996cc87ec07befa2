using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Adherence;

public sealed class SourcesTests(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    [Fact]
    public async Task A_line_of_somebody_unknown_is_seen_why_and_goes_in_when_it_is_replayed()
    {
        var stage = await WallStage.SetAsync(await Demo.SessionAsync("ada"), "Ann");
        await stage.TellAsync("Ann", "Ready", 60);
        await stage.TellAsync("Cleo", "Ready", 5);
        var page = await OpenAsync(Demo.Address, "/adherence/sources", await Demo.NewSessionAsync("Planner"));

        await page.Button($"1 of {stage.Source} in quarantine").ClickAsync();
        var lines = page.GetByRole(AriaRole.Table, new() { Name = "Quarantine" }).Locator("[data-cell=why]");
        await Expect(lines).ToHaveCountAsync(2);
        await Expect(lines.Nth(1)).ToContainTextAsync("agent is nobody's: Cleo.");
        await lines.Nth(1).Locator("xpath=..").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.GetByText("Bring in the agent, by the directory or under People")).ToBeVisibleAsync();
        await page.PressAsync("Escape");
        await stage.HireAsync("Cleo");
        await page.Button("Replay all 1").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Replay all 1" }).ClickAsync();

        await Expect(page.GetByText("1 line taken in, none left.")).ToBeVisibleAsync();
        await Expect(page.Heading("Nothing in quarantine")).ToBeVisibleAsync();
        await page.Button(stage.Source).ClickAsync();
        await page.Button("Begin a new run").ClickAsync();
        await page.Button("Begin run 2").ClickAsync();
        await Expect(page.GetByText("It is at position 0 of run 2.")).ToBeVisibleAsync();
    }
}
