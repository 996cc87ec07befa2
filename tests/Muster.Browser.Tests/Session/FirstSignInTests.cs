using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Session;

/// <summary>An empty installation, as its first administrator meets it.</summary>
public sealed partial class FirstSignInTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task The_first_sign_in_forces_a_new_password_and_then_lets_in()
    {
        // The node is stopped while the page is open.
        Watch.Provoke("ERR_CONNECTION_REFUSED");
        await using var node = new OwnNode("serve");
        await node.StartAsync();
        var page = await OpenAsync(node.Address, "/system/roles");
        var firstPassword = await node.FirstPassword;
        await page.SignInAsync("admin", firstPassword);
        await Expect(page.Heading("Choose your own password")).ToBeVisibleAsync();

        // No other page opens before.
        await page.GotoAsync("/system/roles");
        await Expect(page).ToHaveURLAsync(FirstPasswordPage());
        await page.Field("Present password").WriteAsync(firstPassword);
        await page.Field("New password").WriteAsync("a better one, really");
        await page.Field("New password again").WriteAsync("a better one, really");
        await page.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync("/system/roles");
        await Expect(page.Heading("System")).ToBeVisibleAsync();
    }

    [GeneratedRegex(@"/first-password\?")]
    private static partial Regex FirstPasswordPage();
}
