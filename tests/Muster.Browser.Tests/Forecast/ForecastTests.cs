using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Forecast;

public sealed class ForecastTests(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    // 8 half-hours with 60 contacts and 12 with 30.
    private const string Tuesday = "Tue 28 Apr: 840";

    [Fact]
    public async Task A_layer_changes_the_forecast_and_can_be_taken_back()
    {
        var stage = await ForecastStage.SetAsync(await Demo.SessionAsync("ada"));
        var page = await OpenAsAsync("ada", stage.Path("volume"));
        await Expect(Cell(page, Tuesday)).ToBeVisibleAsync();

        await page.Button("Add layer").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Add a layer" });
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).WriteAsync("Campaign");
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Factor" }).WriteAsync("1.5");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add layer" }).ClickAsync();

        await Expect(Cell(page, "Tue 28 Apr: 1,260, machine 840")).ToBeVisibleAsync();
        await Expect(page.GetByText("× 1.5 (+50 %)")).ToBeVisibleAsync();
        await page.Button("Undo").ClickAsync();
        await Expect(Cell(page, Tuesday)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_total_is_typed_over_and_spread_and_taken_back_by_keys()
    {
        var stage = await ForecastStage.SetAsync(await Demo.SessionAsync("ada"));
        var page = await OpenAsAsync("ada", stage.Path("volume"));

        await Cell(page, Tuesday).ClickAsync();
        await page.PressAsync("Control+a");
        await page.WriteAsync("1680");
        await page.PressAsync("Enter");

        await Expect(Cell(page, "Tue 28 Apr: 1,680, machine 840")).ToBeVisibleAsync();
        await page.GetByLabel("What is shown").SelectOptionAsync("day 2026-04-28");
        await Expect(Cell(page, "Tue 28 Apr, 09:00: 120, machine 60")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Slider).FocusAsync();
        await page.PressAsync("Control+z");
        await Expect(Cell(page, "Tue 28 Apr, 09:00: 60")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Numbers_typed_quickly_down_a_column_are_all_kept()
    {
        var stage = await ForecastStage.SetAsync(await Demo.SessionAsync("ada"));
        var page = await OpenAsAsync("ada", stage.Path("volume") + "&day=2026-04-28");
        await Cell(page, "Tue 28 Apr, 09:00: 60").FocusAsync();

        foreach (var number in new[] { "71", "72", "73" })
        {
            await page.WriteAsync(number);
            await page.PressAsync("Enter");
        }

        await Expect(Cell(page, "Tue 28 Apr, 09:00: 71, machine 60")).ToBeVisibleAsync();
        await Expect(Cell(page, "Tue 28 Apr, 09:30: 72, machine 60")).ToBeVisibleAsync();
        await Expect(Cell(page, "Tue 28 Apr, 10:00: 73, machine 60")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Terms_and_what_if_show_the_agents_that_it_takes()
    {
        var stage = await ForecastStage.SetAsync(await Demo.SessionAsync("ada"));
        var page = await OpenAsAsync("ada", stage.Path("staffing"));
        var required = page.GetByRole(AriaRole.Grid, new() { Name = "Agents required", Exact = true });
        await Expect(required.GetByRole(AriaRole.Row, new() { Name = "09:00" })).ToContainTextAsync("10");

        await page.Field("Volume, %").WriteAsync("150");
        await page.Button("Compare").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Grid, new() { Name = "Agents required, what if" })
            .GetByRole(AriaRole.Row, new() { Name = "09:00" })).ToContainTextAsync("+4");
    }

    [Fact]
    public async Task Planning_groups_that_share_agents_need_fewer_and_a_long_search_can_be_left()
    {
        var stage = await ForecastStage.SetTwoAsync(await Demo.SessionAsync("ada"));
        var page = await OpenAsAsync("ada", stage.Path("staffing"));
        var found = page.GetByRole(AriaRole.Table, new() { Name = "Agents needed together" });
        await page.GetByLabel("To", new() { Exact = true }).SelectOptionAsync("08:30");

        await page.Button("How many are needed?").ClickAsync();

        // Each needs 10 alone.
        await Expect(found.GetByRole(AriaRole.Row, new() { Name = "08:00 20 1" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Progressbar)).ToHaveCountAsync(0);
        await page.GetByLabel("To", new() { Exact = true }).SelectOptionAsync("18:00");
        await page.Button("How many are needed?").ClickAsync();
        await Expect(found).ToBeVisibleAsync();
        await page.Button("Cancel").ClickAsync();
        await Expect(page.GetByText("of 18:00; what was found stays.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_day_that_goes_on_shows_what_came_and_its_rest_forecast_again()
    {
        var (stage, day) = await ForecastStage.SetBegunAsync(await Demo.SessionAsync("ada"));
        var page = await OpenAsAsync("ada", $"{stage.Path("volume")}&day={day}");

        var soFar = page.GetByRole(AriaRole.Region, new() { Name = "The day so far" });

        await Expect(soFar).ToContainTextAsync("Came until 13:00");
        await Expect(soFar).ToContainTextAsync("+20");
        await Expect(page.GetByText("Rest of the day, forecast again")).ToBeVisibleAsync();
    }

    private static ILocator Cell(IPage page, string name) =>
        page.GetByRole(AriaRole.Gridcell, new() { Name = name, Exact = true });
}
