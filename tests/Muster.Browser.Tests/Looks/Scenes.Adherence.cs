using Microsoft.Playwright;
using Muster.Browser.Tests.Adherence;
using Muster.Browser.Tests.People;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Looks;

public static partial class Scenes
{
    private static async Task WallAsync(IPage page, DemoNode demo)
    {
        var stage = await WallStage.SetAsync(await demo.SessionAsync("ada"), "Ann", "Bo", "Cleo");
        await stage.TellAsync("Ann", "Ready", 60);
        await stage.TellAsync("Bo", "Ready", 60);
        await stage.TellAsync("Bo", "Pause", 12);
        await page.GotoAsync(stage.Path);
        await Expect(page.Locator("[role=row][data-place]")).ToHaveCountAsync(2);
    }

    private static async Task AdherenceDayAsync(IPage page, DemoNode demo)
    {
        await WallAsync(page, demo);
        await page.Button("Bo Holm").ClickAsync();
        await ShowsAsync(page, "Stretch by stretch");
    }

    private static async Task SourcesAsync(IPage page, DemoNode demo)
    {
        var stage = await WallStage.SetAsync(await demo.SessionAsync("ada"), "Ann");
        await stage.TellAsync("Ann", "Ready", 60);
        await stage.TellAsync("Cleo", "Ready", 5);
        await page.GotoAsync("/adherence/sources");
        await page.Button($"1 of {stage.Source} in quarantine").ClickAsync();
        await Expect(page.GetByText("agent is nobody's: Cleo.")).ToBeVisibleAsync();
    }

    private static async Task SourceAsync(IPage page, DemoNode demo)
    {
        var stage = await WallStage.SetAsync(await demo.SessionAsync("ada"), "Ann");
        await stage.TellAsync("Ann", "Ready", 60);
        await page.GotoAsync($"/adherence/sources?source={stage.Source}");
        await ShowsAsync(page, "Lost times");
    }

    private static async Task AdherenceHistoryAsync(IPage page, DemoNode demo)
    {
        await page.GotoAsync(await HistoryStage.SetAsync(demo));
        await Expect(page.Button("Bo Holm")).ToBeVisibleAsync();
    }

    private static async Task NoRulesAsync(IPage page, DemoNode demo)
    {
        var company = await Company.FoundAsync(await demo.SessionAsync("ada"));
        await page.GotoAsync($"/adherence/rules?unit={company.Unit}");
        await ShowsAsync(page, "No state is mapped yet");
    }

    private static async Task RulesAsync(IPage page, DemoNode demo)
    {
        var stage = await RulesStage.SetAsync(await demo.SessionAsync("ada"));
        await page.GotoAsync(stage.Path);
        await page.GetByLabel("State", new() { Exact = true }).FillAsync("Lunch");
        await page.GetByLabel("Scheduled", new() { Exact = true }).SelectOptionAsync("Telephone");
        await Expect(page.GetByText("out of adherence", new() { Exact = true })).ToBeVisibleAsync();
    }

    private static async Task PastedRulesAsync(IPage page, DemoNode demo)
    {
        var stage = await RulesStage.SetAsync(await demo.SessionAsync("ada"));
        await page.GotoAsync(stage.Path);
        await page.Button("Paste").ClickAsync();
        await page.GetByLabel("Cells").FillAsync("acd\tCoaching\t\ttraining\nacd\tPaused\t\tnothing");
        await Expect(page.GetByText("1 line can be used")).ToBeVisibleAsync();
    }

    private static async Task RuleHistoryAsync(IPage page, DemoNode demo)
    {
        var stage = await RulesStage.SetAsync(await demo.SessionAsync("ada"));
        await page.GotoAsync($"{stage.Path}&open=history");
        await Expect(page.Button("Open version 1")).ToBeVisibleAsync();
    }
}
