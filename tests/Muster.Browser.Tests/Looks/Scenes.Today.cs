using Microsoft.Playwright;
using Muster.Browser.Tests.Intraday;
using Muster.Browser.Tests.People;

namespace Muster.Browser.Tests.Looks;

public static partial class Scenes
{
    private static async Task NoDayAsync(IPage page, DemoNode demo)
    {
        var company = await Company.FoundAsync(await demo.SessionAsync("ada"));
        await page.GotoAsync($"/today?unit={company.Unit}");
        await ShowsAsync(page, "No forecast of today");
    }

    private static async Task DayAsync(IPage page, DemoNode demo)
    {
        var stage = await TodayStage.SetAsync(await demo.SessionAsync("ada"));
        await page.GotoAsync(stage.Path);
        await ShowsAsync(page, "Largest deviations");
    }
}
