using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Publishing;

public sealed class MyScheduleTests(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    [Fact]
    public async Task An_agent_begins_there_sees_a_change_as_it_happens_and_says_so()
    {
        var stage = await PublishingStage.SetAsync(Demo);
        await stage.ChangeAsync(stage.AnnId, 1, "09:00");
        var page = await OpenAsync(Demo.Address, "/", stage.Ann);
        await page.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);
        await Expect(page).ToHaveURLAsync("/my");
        await Expect(page.Heading("1 day has changed")).ToBeVisibleAsync();
        await page.Button("I have seen it").ClickAsync();
        await Expect(page.Heading("1 day has changed")).ToBeHiddenAsync();

        await stage.ChangeAsync(stage.AnnId, 1, "11:00");

        await Expect(page.Heading("1 day has changed")).ToBeVisibleAsync();
        var change = page.GetByRole(AriaRole.Region, new() { Name = "1 day has changed" });
        await Expect(change.GetByText("at short notice")).ToBeVisibleAsync();
        await Expect(change.GetByRole(AriaRole.Img)).ToHaveCountAsync(2);
        var areas = page.GetByRole(AriaRole.Navigation, new() { Name = "Areas" }).GetByRole(AriaRole.Link);
        await Expect(areas).ToHaveTextAsync(["My schedule"]);
    }

    [Fact]
    public async Task A_month_is_walked_by_keyboard_and_remembered()
    {
        var stage = await PublishingStage.SetAsync(Demo);
        await stage.ChangeAsync(stage.AnnId, 0, "06:00");
        var page = await OpenAsync(Demo.Address, "/my?clock=unit", stage.Ann);
        var remembered = page.WaitForResponseAsync("**/session/preferences/my");
        await page.GetByText("Month", new() { Exact = true }).ClickAsync();
        await remembered;

        var today = page.Locator("button[aria-current=date]");
        var hours = new System.Text.RegularExpressions.Regex(": 06:00–14:00$");
        await Expect(today).ToHaveAccessibleNameAsync(hours);
        await today.FocusAsync();
        await page.PressAsync("Enter");
        await Expect(today).ToHaveAttributeAsync("aria-pressed", "true");
        await page.GotoAsync("/my");
        await Expect(page.GetByRole(AriaRole.Group, new() { NameRegex = new("^Days of the month") }))
            .ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_calendar_reads_ones_days_at_an_address_until_it_is_removed()
    {
        var stage = await PublishingStage.SetAsync(Demo);
        await stage.ChangeAsync(stage.AnnId, 1, "09:00");
        var page = await OpenAsync(Demo.Address, "/my", stage.Ann);
        await page.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);

        await page.Button("Get the address").ClickAsync();
        var address = await page.GetByTestId("secret").TextContentAsync();
        await page.Button("Copy the address").ClickAsync();
        await Expect(page.GetByText("Copied")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Open in a calendar" }))
            .ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("^webcal://.*[.]ics$"));
        using var calendar = new HttpClient();
        Assert.Contains("SUMMARY:Phone", await calendar.GetStringAsync(address), StringComparison.Ordinal);

        await page.ReloadAsync();
        await Expect(page.GetByText("The address was made")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("secret")).ToHaveCountAsync(0);
        await page.Button("Remove it").ClickAsync();
        await page.ConfirmAsync("Remove it");
        await Expect(page.Button("Get the address")).ToBeVisibleAsync();
        using var gone = await calendar.GetAsync(new Uri(address!));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Who_is_no_agent_is_told_so()
    {
        Watch.Provoke("status of 409");
        var page = await OpenAsAsync("amir", "/my");

        await Expect(page.Heading("No schedule is yours yet")).ToBeVisibleAsync();
    }
}
