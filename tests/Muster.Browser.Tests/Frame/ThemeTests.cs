using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Frame;

public sealed class ThemeTests(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    [Fact]
    public async Task The_chosen_theme_survives_a_reload()
    {
        using var session = await Demo.NewSessionAsync("Planner");
        var page = await OpenAsync(Demo.Address, "/today", session);
        await ExpectThemeAsync(page, "light");

        await ChooseDarkAsync(page);
        await ExpectThemeAsync(page, "dark");
        await page.ReloadAsync();

        await Expect(page.Heading("Today")).ToBeVisibleAsync();
        await ExpectThemeAsync(page, "dark");
    }

    [Fact]
    public async Task The_chosen_theme_follows_to_another_browser()
    {
        using var session = await Demo.NewSessionAsync("Agent");
        var here = await OpenAsync(Demo.Address, "/today", session);
        var remembered = here.WaitForResponseAsync(
            answer => answer.Url.EndsWith("/preferences/shell") && answer.Request.Method == "PUT");
        await ChooseDarkAsync(here);
        await remembered;

        var there = await OpenAsync(Demo.Address, "/today", session);

        await ExpectThemeAsync(there, "dark");
    }

    private static async Task ChooseDarkAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "account and theme" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitemradio, new() { Name = "Dark" }).ClickAsync();
    }

    private static Task ExpectThemeAsync(IPage page, string theme) =>
        Expect(page.Locator("html")).ToHaveAttributeAsync("data-mantine-color-scheme", theme);
}
