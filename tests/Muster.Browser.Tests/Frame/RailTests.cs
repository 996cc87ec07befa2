using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Frame;

public sealed class RailTests(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    [Theory]
    [InlineData("Requests", "Time off and swaps are entered under Schedule", "Open Schedule", "Schedule")]
    [InlineData("Reports", "Figures are on the pages that they belong to", "Adherence, History", "Adherence")]
    public async Task An_area_whose_work_is_done_elsewhere_leads_there(
        string area, string says, string link, string place)
    {
        var page = await OpenAsAsync("paul", "/system/node");

        await Rail(page).GetByRole(AriaRole.Link, new() { Name = area }).ClickAsync();

        await Expect(page.Heading(area)).ToBeVisibleAsync();
        await Expect(page.Heading(says)).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();
        await Expect(page.Heading(place)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task System_opens_at_the_tab_seen_last()
    {
        using var session = await Demo.NewSessionAsync("Administrator");
        var page = await OpenAsync(Demo.Address, "/system", session);
        await Expect(page).ToHaveURLAsync("/system/cluster");
        var remembered = page.WaitForResponseAsync("**/session/preferences/system");
        await page.GetByRole(AriaRole.Link, new() { Name = "Tokens" }).ClickAsync();
        await remembered;

        await page.GotoAsync("/today");
        await Rail(page).GetByRole(AriaRole.Link, new() { Name = "System" }).ClickAsync();

        await Expect(page).ToHaveURLAsync("/system/tokens");
    }

    [Fact]
    public async Task The_first_tab_key_offers_to_skip_the_rail()
    {
        var page = await OpenAsAsync("paul", "/reports");
        await Expect(page.Heading("Reports")).ToBeVisibleAsync();

        await page.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to the page" })).ToBeFocusedAsync();
        await page.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task On_a_phone_every_page_is_within_two_touches()
    {
        var page = await OpenAsAsync("paul", "/schedule");
        await page.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);

        await page.Button("More").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Reports" }).ClickAsync();

        await Expect(page.Heading("Figures are on the pages that they belong to")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_says_so_inside_the_frame()
    {
        var page = await OpenAsAsync("paul", "/nothing-here");

        await Expect(page.Heading("There is no such page")).ToBeVisibleAsync();
        await Expect(Rail(page)).ToBeVisibleAsync();
    }

    private static ILocator Rail(IPage page) => page.GetByRole(AriaRole.Navigation, new() { Name = "Areas" });
}
