using Microsoft.Playwright;
using Muster.Browser.Tests.Looks;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Nodes;

public sealed class FailoverTests(Chromium chromium, BreakableCluster cluster)
    : BrowserTest(chromium), IClassFixture<BreakableCluster>
{
    [Fact]
    public async Task A_page_whose_server_is_killed_goes_on_at_the_other_one_without_a_reload()
    {
        Watch.Provoke($"asked another host: {cluster.Second}");
        Watch.Provoke("ERR_CONNECTION_REFUSED");
        Watch.Provoke("WebSocket connection to");
        Watch.Provoke("ERR_EMPTY_RESPONSE");
        Watch.Provoke("ERR_CONNECTION_RESET");
        Watch.Provoke("ERR_SOCKET_NOT_CONNECTED");
        Watch.Provoke("ERR_INCOMPLETE_CHUNKED_ENCODING");
        var page = await OpenAsync(cluster.First, "/system/cluster", cluster.Ada);
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Break it" }))
            .ToContainTextAsync($"kill -9 {cluster.ProcessOf("server-1")}");
        await Expect(Standing(page, "server-1")).ToHaveAttributeAsync("data-standing", "answering");
        foreach (var (screen, colours) in Look.All)
        {
            await page.ShowOnAsync(screen, colours);
            Assert.Empty(await Axe.FindAsync(page));
            Assert.Empty(await Width.FindTooWideAsync(page));
        }

        await page.SetViewportSizeAsync(Screen.Desk.Width, Screen.Desk.Height);
        await page.EvaluateAsync("window.isTheSamePage = true");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-parts", "kept");

        await cluster.KillAsync("server-1");

        await Expect(Standing(page, "server-2")).ToHaveAttributeAsync("data-standing", "answering");
        await Expect(Standing(page, "server-1")).ToHaveAttributeAsync("data-standing", "silent");
        // A part of the client that was not looked at before.
        await page.GetByRole(AriaRole.Link, new() { Name = "People", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "People" })).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.isTheSamePage"));
    }

    private static ILocator Standing(IPage page, string node) =>
        page.GetByRole(AriaRole.Img, new() { Name = "The mesh" }).Locator($"[data-node='{node}']");
}
