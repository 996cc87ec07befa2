using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Muster.Browser.Tests.Forecast;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Schedule;

/// <summary>What an edit changes elsewhere: on another planner's page, in the coverage, over a shift.</summary>
public sealed partial class SeenTogetherTests(Chromium chromium, DemoNode demo) : EditorTest(chromium, demo)
{
    [Fact]
    public async Task Two_planners_in_one_draft_see_each_other()
    {
        var (ada, stage, hers) = await OpenDraftAsync();
        var his = await OpenGridAsync("paul", stage.Path);

        await HoldShiftAsync(hers, "ArrowRight", "ArrowRight");
        await Focused(his, "Ada Holm, Mon 8 Jun: Phone 09:30–18:00");
        await his.PressAsync("ArrowDown");
        await HoldShiftAsync(his, "ArrowLeft");
        await hers.PressAsync("ArrowDown");
        await Focused(hers, "Bo Holm, Mon 8 Jun: Phone 08:45–17:15");

        await HasAsync(ada, stage, "work 09:30 510, inside 13:00 30");
        await HasAsync(ada, stage, "work 08:45 510, inside 12:15 30", 1);
    }

    [Fact]
    public async Task Time_off_lies_over_a_shift_and_what_is_below_stays()
    {
        var (ada, stage, page) = await OpenDraftAsync();
        await page.PressAsync("Enter");
        var drawer = page.GetByRole(AriaRole.Dialog, new() { Name = "Ada Holm, Mon, 8 Jun 2026" });
        await drawer.GetByRole(AriaRole.Button, new() { Name = "Give time off" }).ClickAsync();
        await HasAsync(ada, stage, $"{AsMade}, time_off 09:00 510");
        await Expect(Coverage(page)).ToContainTextAsync("112 h on queue");

        await drawer.GetByRole(AriaRole.Button, new() { Name = "Remove Leave at 09:00" }).ClickAsync();
        await HasAsync(ada, stage, AsMade);
        await Expect(Coverage(page)).ToContainTextAsync("120 h on queue");
    }

    [Fact]
    public async Task The_coverage_against_a_forecast_follows_an_edit()
    {
        var ada = await Demo.SessionAsync("ada");
        var forecast = await ForecastStage.SetAsync(ada);
        var stage = await DraftStage.SetAsync(ada, forecast.Company, 3, "2026-04-27");
        var page = await OpenGridAsync("ada", stage.Path);
        await Expect(Coverage(page)).ToContainTextAsync("h required with shrinkage, 120 h on queue");
        var before = await MissingAsync(page);

        await page.PressAsync("Delete");

        await Expect(Coverage(page)).ToContainTextAsync("h required with shrinkage, 112 h on queue");
        Assert.Equal(8, await MissingAsync(page) - before, 1.0);
        await page.PressAsync("Control+z");
        await Expect(Coverage(page)).ToContainTextAsync("h required with shrinkage, 120 h on queue");
        Assert.Equal(before, await MissingAsync(page));
    }

    private static ILocator Coverage(IPage page) =>
        page.GetByRole(AriaRole.Region, new() { Name = "Coverage" }).GetByRole(AriaRole.Status);

    private static async Task<double> MissingAsync(IPage page)
    {
        var words = await Coverage(page).InnerTextAsync();
        return double.Parse(Missing().Match(words).Groups[1].Value, NumberStyles.Number, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("([0-9.,]+) h missing")]
    private static partial Regex Missing();
}
