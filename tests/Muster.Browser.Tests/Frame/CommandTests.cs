using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Frame;

public sealed class CommandTests(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    [Theory]
    [InlineData("repo", "/reports", "Reports")]
    [InlineData("access", "/system/access", "System")]
    public async Task Ctrl_K_finds_a_page_and_goes_there_by_keyboard(string typed, string path, string heading)
    {
        var page = await OpenAsAsync("ada", "/today");
        await Expect(page.Heading("Today")).ToBeVisibleAsync();

        await page.PressAsync("Control+k");
        await Expect(Search(page)).ToBeFocusedAsync();
        await page.WriteAsync(typed);
        await Expect(page.Locator("[data-selected]")).ToHaveCountAsync(1);
        await page.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(path);
        await Expect(page.Heading(heading)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Escape_closes_the_search_and_leaves_the_page_as_it_was()
    {
        var page = await OpenAsAsync("ada", "/reports");
        await Expect(page.Heading("Reports")).ToBeVisibleAsync();
        await page.PressAsync("Control+k");
        await Expect(Search(page)).ToBeFocusedAsync();

        await page.PressAsync("Escape");

        await Expect(Search(page)).ToBeHiddenAsync();
        await Expect(page).ToHaveURLAsync("/reports");
    }

    [Fact]
    public async Task A_name_that_nothing_has_is_answered_by_a_sentence()
    {
        var page = await OpenAsAsync("ada", "/today");
        await Expect(page.Heading("Today")).ToBeVisibleAsync();
        await page.PressAsync("Control+k");
        await Expect(Search(page)).ToBeFocusedAsync();

        await page.WriteAsync("zzz");

        await Expect(page.GetByText("No page or command has this name")).ToBeVisibleAsync();
    }

    private static ILocator Search(IPage page) => page.GetByLabel("Go to a page or run a command");
}
