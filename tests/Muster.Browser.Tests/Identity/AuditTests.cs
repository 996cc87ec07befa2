using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Identity;

public sealed class AuditTests(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    [Fact]
    public async Task A_change_is_in_the_audit_with_what_was_before_and_after()
    {
        var person = await Demo.NewPersonAsync("Agent");
        var ada = await Demo.SessionAsync("ada");
        await ada.PatchAsync($"/users/{person.Id}", 1, new { display_name = "Renamed" });

        var page = await OpenAsAsync("ada", $"/system/audit?entity_id={person.Id}");
        await Expect(Entries(page)).ToHaveCountAsync(2);
        await Entries(page).First.GetByRole(AriaRole.Button).PressAsync("Enter");

        var name = page.Locator("dl div").Filter(new() { HasText = "display_name" });
        await Expect(name.Locator("del")).ToContainTextAsync(person.UserName);
        await Expect(name.Locator("ins")).ToHaveTextAsync("Renamed");
    }

    [Fact]
    public async Task The_filter_stands_in_the_address_and_survives_a_reload()
    {
        using var session = await Demo.NewSessionAsync("Administrator");
        var page = await OpenAsync(Demo.Address, "/system/audit", session);

        await FilterAsync(page, "Paul Ortiz");
        await Expect(page).ToHaveURLAsync("/system/audit?actor=Paul+Ortiz");
        await page.ReloadAsync();

        await Expect(page.Field("Actor")).ToHaveValueAsync("Paul Ortiz");
    }

    [Fact]
    public async Task The_filter_used_last_is_there_again_on_the_next_visit()
    {
        using var session = await Demo.NewSessionAsync("Administrator");
        var page = await OpenAsync(Demo.Address, "/system/audit", session);
        var remembered = page.WaitForResponseAsync("**/session/preferences/audit");
        await FilterAsync(page, "Paul Ortiz");
        await remembered;

        var next = await OpenAsync(Demo.Address, "/system/audit", session);

        await Expect(next).ToHaveURLAsync("/system/audit?actor=Paul+Ortiz");
        await Expect(next.Field("Actor")).ToHaveValueAsync("Paul Ortiz");
    }

    [Fact]
    public async Task A_filter_that_nothing_matches_says_so_and_can_be_cleared()
    {
        using var session = await Demo.NewSessionAsync("Administrator");
        var page = await OpenAsync(Demo.Address, "/system/audit?actor=Nobody+at+all", session);
        await Expect(page.Heading("No entry matches the filter")).ToBeVisibleAsync();

        await page.Button("Clear").PressAsync("Enter");

        await Expect(page).ToHaveURLAsync("/system/audit");
        await Expect(Entries(page).First).ToBeVisibleAsync();
    }

    private static async Task FilterAsync(IPage page, string actor)
    {
        await page.Field("Actor").WriteAsync(actor);
        await page.PressAsync("Enter");
    }

    private static ILocator Entries(IPage page) =>
        page.GetByRole(AriaRole.Table, new() { Name = "Audit" }).Locator("tbody tr");
}
