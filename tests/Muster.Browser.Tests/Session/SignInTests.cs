using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Session;

public sealed class SignInTests(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    [Fact]
    public async Task The_right_password_opens_today_without_touching_the_mouse()
    {
        var page = await OpenSignedOutAsync("/");

        await page.SignInAsync("paul", DemoNode.Password);

        await Expect(page).ToHaveURLAsync("/today");
        await Expect(page.Heading("Today")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_wrong_password_shows_the_reason_of_the_server_beside_the_form()
    {
        var page = await OpenSignedOutAsync("/sign-in");

        await page.SignInAsync("paul", "not his password");

        var form = page.GetByRole(AriaRole.Main).Filter(new() { Has = page.Button("Sign in") });
        await Expect(form.GetByRole(AriaRole.Alert)).ToContainTextAsync("The user name or the password is wrong.");
        await Expect(page.Field("User name")).ToHaveValueAsync("paul");
    }

    [Fact]
    public async Task A_session_ended_elsewhere_leads_to_the_sign_in_and_back_to_the_same_place()
    {
        const string Place = "/system/options?search=lockout";
        Watch.Provoke(Watch.LiveEnded);
        using var session = await ApiSession.SignInAsync(Demo.Address, "ada", DemoNode.Password);
        var page = await OpenAsync(Demo.Address, Place, session);
        await Expect(page.GetByText("Identity:LockoutAttempts")).ToBeVisibleAsync();

        await session.SignOutAsync();

        await page.SignInAsync("ada", DemoNode.Password);
        await Expect(page).ToHaveURLAsync(Place);
        await Expect(page.GetByText("Identity:LockoutAttempts")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server_too()
    {
        var page = await OpenSignedOutAsync("/");
        await page.SignInAsync("paul", DemoNode.Password);

        await page.GetByRole(AriaRole.Button, new() { Name = "account and theme of Paul" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Sign out" }).ClickAsync();

        await Expect(page.Heading("Sign in to Muster")).ToBeVisibleAsync();
        var answer = await page.APIRequest.GetAsync("/api/v2/wfm/session");
        Assert.Equal(401, answer.Status);
    }

    [Fact]
    public async Task Changing_ones_own_password_needs_the_present_one()
    {
        using var session = await Demo.NewSessionAsync("Agent");
        var page = await OpenAsync(Demo.Address, "/password", session);
        Watch.Provoke("status of 400");

        await page.Field("Present password").WriteAsync("not the present one");
        await page.Field("New password").WriteAsync("a better one, really");
        await page.Field("New password again").WriteAsync("a better one, really");
        await page.PressAsync("Enter");

        await Expect(page.Field("Present password")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Field("Present password")).ToHaveAccessibleDescriptionAsync("is wrong.");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The marked fields say why.");
    }
}
