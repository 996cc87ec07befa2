using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Schedule;

public sealed class ScheduleTests(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    [Fact]
    public async Task Schedules_are_built_stopped_and_looked_at()
    {
        var forecast = await ScheduleStage.HireAsync(await Demo.SessionAsync("ada"));
        var page = await OpenAsAsync("ada", $"/schedule?unit={forecast.Unit}");
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
    public async Task A_build_from_the_middle_of_a_week_is_refused_beside_the_field()
    {
        var forecast = await ScheduleStage.HireAsync(await Demo.SessionAsync("ada"));
        var page = await OpenAsAsync("ada", $"/schedule?unit={forecast.Unit}&open=new");
        var panel = page.GetByRole(AriaRole.Dialog, new() { Name = "Build schedules" });

        Watch.Provoke("status of 400");

        await panel.GetByLabel("First day").FillAsync("2026-04-29");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Build", Exact = true }).ClickAsync();

        await Expect(panel.GetByText("2026-04-29 is a Wednesday.")).ToBeVisibleAsync();
    }
}
