using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Schedule;

public sealed class ScheduleTests(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    [Fact]
    public async Task Schedules_are_built_stopped_and_looked_at()
    {
        var forecast = await ScheduleStage.HireAsync(await Demo.SessionAsync("ada"));
        var page = await OpenAsAsync("ada", $"/schedule/builds?unit={forecast.Unit}");
        await Expect(page.Heading("No schedule yet")).ToBeVisibleAsync();

        await page.Button("Build schedules").First.ClickAsync();
        var panel = page.GetByRole(AriaRole.Dialog, new() { Name = "Build schedules" });
        await panel.GetByLabel("First day").FillAsync("2026-04-27");
        await panel.GetByRole(AriaRole.Textbox, new() { Name = "Weeks" }).FillAsync("2");
        await panel.GetByRole(AriaRole.Textbox, new() { Name = "Seconds" }).FillAsync("3600");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Build", Exact = true }).ClickAsync();

        var rows = page.GetByRole(AriaRole.Region, new() { NameRegex = new("^Shifts of") });
        await Expect(rows).ToBeVisibleAsync();
        await page.Button("Stop and keep").ClickAsync();
        await Expect(page.GetByText("every rule is kept.").First).ToBeVisibleAsync();
        await rows.FocusAsync();
        await page.PressAsync("ArrowDown");
        await Expect(page.GetByText("Bo Holm:")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_part_is_built_anew_and_the_rest_stays()
    {
        var stage = await ScheduleStage.SetAsync(await Demo.SessionAsync("ada"));
        var page = await OpenAsAsync("ada", stage.Path);

        await page.Button("Rebuild a part").ClickAsync();
        var panel = page.GetByRole(AriaRole.Dialog, new() { Name = "Rebuild a part" });
        await panel.GetByRole(AriaRole.Button, new() { Name = "Rebuild", Exact = true }).ClickAsync();
        await Expect(panel.GetByText("Choose at least one agent, or everybody.")).ToBeVisibleAsync();
        await panel.GetByRole(AriaRole.Combobox, new() { Name = "Agents" }).FillAsync("Bo");
        await page.GetByRole(AriaRole.Option, new() { Name = "Bo Holm" }).ClickAsync();
        await panel.GetByLabel("From").FillAsync("2026-05-04");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Lock" }).ClickAsync();
        await panel.GetByRole(AriaRole.Textbox, new() { Name = "Seconds" }).FillAsync("2");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Rebuild", Exact = true }).ClickAsync();

        await Expect(page.GetByText(
            "1 agent on 7 days, less 1 locked, built anew; the rest is as in an earlier build.")).ToBeVisibleAsync();
        await Expect(page.GetByText("1 unit scheduled, every rule is kept.").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_job_is_seen_and_cancelled_on_the_system_page()
    {
        var ada = await Demo.SessionAsync("ada");
        var stage = await ScheduleStage.SetAsync(ada);
        await ada.PostAsync("/builds", new
        {
            business_unit_id = stage.Forecast.Unit,
            name = "A very long search",
            forecast_id = stage.Forecast.Forecast,
            first_day = "2026-04-27",
            weeks = 2,
            seconds = 3600,
            priority = 9,
        });
        var page = await OpenAsAsync("ada", "/system/builders");

        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "A very long search" })
            .Filter(new() { Has = page.Button("Cancel build") });
        await row.GetByRole(AriaRole.Button, new() { Name = "Cancel build" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog, new() { Name = "Cancel build" })
            .GetByRole(AriaRole.Button, new() { Name = "Cancel build" }).ClickAsync();

        await Expect(row).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_build_from_the_middle_of_a_week_is_refused_beside_the_field()
    {
        var forecast = await ScheduleStage.HireAsync(await Demo.SessionAsync("ada"));
        var page = await OpenAsAsync("ada", $"/schedule/builds?unit={forecast.Unit}&open=new");
        var panel = page.GetByRole(AriaRole.Dialog, new() { Name = "Build schedules" });

        Watch.Provoke("status of 400");

        await panel.GetByLabel("First day").FillAsync("2026-04-29");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Build", Exact = true }).ClickAsync();

        await Expect(panel.GetByText("2026-04-29 is a Wednesday.")).ToBeVisibleAsync();
    }
}
