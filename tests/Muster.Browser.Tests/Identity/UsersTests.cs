using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Identity;

public sealed class UsersTests(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    [Fact]
    public async Task The_first_password_of_a_new_user_is_shown_once()
    {
        var page = await OpenAsAsync("ada", "/system/users");
        var name = Unique.Name("new");

        var secret = await CreateAsync(page, name);
        Assert.Equal(16, secret.Length);
        await page.Button("Done").ClickAsync();
        await Row(page, name).GetByRole(AriaRole.Button).ClickAsync();

        await Expect(page.Heading("Signing in")).ToBeVisibleAsync();
        await Expect(page.GetByText(secret)).ToHaveCountAsync(0);
        await Expect(Row(page, name)).ToContainTextAsync("Planner");
    }

    [Fact]
    public async Task A_new_user_signs_in_from_another_browser_and_chooses_a_password()
    {
        var office = await OpenAsAsync("ada", "/system/users");
        var name = Unique.Name("new");
        var secret = await CreateAsync(office, name);

        var desk = await OpenSignedOutAsync("/");
        await desk.SignInAsync(name, secret);
        await desk.Field("Present password").WriteAsync(secret);
        await desk.Field("New password").WriteAsync(DemoNode.Password);
        await desk.Field("New password again").WriteAsync(DemoNode.Password);
        await desk.PressAsync("Enter");

        await Expect(desk.Heading("Today")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_taken_name_is_refused_beside_its_field()
    {
        var page = await OpenAsAsync("ada", "/system/users?user=new");
        Watch.Provoke("status of 400");

        await page.Field("User name").WriteAsync("paul");
        await page.Field("Display name").WriteAsync("Another Paul");
        await page.PressAsync("Enter");

        await Expect(page.Field("User name")).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task A_change_that_somebody_overtook_offers_to_reload_and_loses_nothing()
    {
        var person = await Demo.NewPersonAsync("Agent");
        var page = await OpenAsAsync("ada", $"/system/users?user={person.Id}");
        await page.Field("Display name").WriteAsync("Mine");
        Watch.Provoke("status of 412");

        await RenameElsewhereAsync(person, "Theirs");
        await page.PressAsync("Enter");

        var alert = page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Someone changed this meanwhile" });
        await Expect(alert).ToBeVisibleAsync();
        await Expect(page.Field("Display name")).ToHaveValueAsync("Mine");
        await alert.GetByRole(AriaRole.Button, new() { Name = "Reload" }).ClickAsync();
        await Expect(page.Field("Display name")).ToHaveValueAsync("Theirs");
        await Expect(alert).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_disabled_user_is_signed_out_at_once()
    {
        Watch.Provoke(Watch.LiveEnded);
        using var session = await Demo.NewSessionAsync("Agent");
        var name = (await session.GetAsync("/session")).GetProperty("user").GetProperty("user_name").GetString()!;
        var desk = await OpenAsync(Demo.Address, "/requests", session);
        await Expect(desk.Heading("Requests")).ToBeVisibleAsync();

        var office = await OpenAsAsync("ada", $"/system/users?search={name}");
        await Row(office, name).GetByRole(AriaRole.Button).ClickAsync();
        await office.Button("Disable").ClickAsync();
        await office.ConfirmAsync("Disable");

        await Expect(Row(office, name)).ToContainTextAsync("disabled");
        await Expect(desk.Heading("Sign in to Muster")).ToBeVisibleAsync();
    }

    private static async Task<string> CreateAsync(IPage page, string name)
    {
        await page.Button("New user").ClickAsync();
        await page.Field("User name").WriteAsync(name);
        await page.Field("Display name").WriteAsync($"The new {name}");
        var planner = page.GetByRole(AriaRole.Checkbox, new() { Name = "Planner" });
        await planner.PressAsync("Space");
        await Expect(planner).ToBeCheckedAsync();
        await page.Button("Create user").PressAsync("Enter");
        return await page.GetByTestId("secret").InnerTextAsync();
    }

    private static ILocator Row(IPage page, string name) => page
        .GetByRole(AriaRole.Table, new() { Name = "Users" }).Locator("tbody tr").Filter(new() { HasText = name });

    private async Task RenameElsewhereAsync(NewPerson person, string displayName)
    {
        var ada = await Demo.SessionAsync("ada");
        var version = (await ada.GetAsync($"/users/{person.Id}")).GetProperty("version").GetInt64();
        await ada.PatchAsync($"/users/{person.Id}", version, new { display_name = displayName });
    }
}
