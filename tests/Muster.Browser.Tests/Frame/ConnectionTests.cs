using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Frame;

public sealed class ConnectionTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_killed_server_is_told_and_its_return_heals_the_page_without_a_reload()
    {
        await using var node = new OwnNode("demo");
        await node.StartAsync();
        using var session = await ApiSession.SignInAsync(node.Address, "ada", DemoNode.Password);
        var page = await OpenAsync(node.Address, "/system/node", session);
        await Expect(Pill(page, "this node is current")).ToBeVisibleAsync();
        await page.EvaluateAsync("window.isStillTheSamePage = true");
        // The browser has many words for a server that is gone, by where a request was then.
        Watch.Provoke("net::ERR_");

        await node.KillAsync();
        await Expect(Pill(page, "connection lost, trying again")).ToBeVisibleAsync();
        await Expect(page.GetByText("The node below may be out of date")).ToBeVisibleAsync();
        await node.StartAsync();

        await Expect(Pill(page, "this node is current")).ToBeVisibleAsync();
        await Expect(page.GetByText("The node below may be out of date")).ToBeHiddenAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.isStillTheSamePage"));
    }

    private static ILocator Pill(IPage page, string says) =>
        page.GetByRole(AriaRole.Status).Filter(new() { HasText = says });
}
