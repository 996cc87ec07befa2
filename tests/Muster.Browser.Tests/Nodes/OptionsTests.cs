using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Nodes;

public sealed class OptionsTests(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    [Fact]
    public async Task Searching_leaves_what_matches_and_stands_in_the_address()
    {
        var page = await OpenAsAsync("ada", "/system/options");
        await Expect(page.GetByText("Limit:Burst")).ToBeVisibleAsync();

        await Search(page).WriteAsync("lockout minutes");

        await Expect(page.GetByText("Limit:Burst")).ToBeHiddenAsync();
        await Expect(page.GetByText("Identity:LockoutMinutes")).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync("/system/options?search=lockout+minutes");
    }

    [Fact]
    public async Task A_link_to_a_search_opens_it()
    {
        var page = await OpenAsAsync("ada", "/system/options?search=SessionHours");

        await Expect(Search(page)).ToHaveValueAsync("SessionHours");
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Escape_clears_the_search()
    {
        var page = await OpenAsAsync("ada", "/system/options?search=zzz");
        await Expect(page.Heading("No option matches “zzz”")).ToBeVisibleAsync();

        await Search(page).PressAsync("Escape");

        await Expect(page.GetByText("Limit:Burst")).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync("/system/options");
    }

    [Fact]
    public async Task An_option_tells_where_its_value_comes_from()
    {
        var page = await OpenAsAsync("ada", "/system/options?search=Data:Directory");

        await Expect(page.Locator("tbody tr")).ToContainTextAsync("--data");
    }

    private static ILocator Search(IPage page) => page.GetByRole(AriaRole.Searchbox, new() { Name = "Search options" });
}
