using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Nodes;

/// <summary>The page is a foreign program under our content security policy, so it is proved to run at all.</summary>
public sealed class ApiReferenceTests(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    // It reads a description of 170 operations before it draws anything: seconds, and a minute on a busy machine.
    private const float Patience = 120_000;

    [Fact]
    public async Task The_api_reference_lists_the_operations_of_this_server()
    {
        var page = await OpenAsAsync("ada", "/system/node");

        await page.GetByRole(AriaRole.Link, new() { Name = "API reference" }).ClickAsync();

        page.SetDefaultTimeout(Patience);
        await Expect(page.Locator(".info .title")).ToContainTextAsync("Muster", new() { Timeout = Patience });
        await page.Locator("#operations-tag-Users").ClickAsync();
        await Expect(page.Locator(".opblock-summary-path").Filter(new() { HasText = "/users" }).First)
            .ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_operation_can_be_tried_with_the_session_of_the_browser()
    {
        var page = await OpenAsAsync("ada", "/api-reference/");
        page.SetDefaultTimeout(Patience);
        await page.Locator("#operations-tag-Session").ClickAsync();
        var operation = page.Locator(".opblock-get").Filter(new() { HasText = "Says who is signed in" });

        await operation.Locator(".opblock-summary-control").ClickAsync();
        await operation.GetByRole(AriaRole.Button, new() { Name = "Try it out" }).ClickAsync();
        await operation.GetByRole(AriaRole.Button, new() { Name = "Execute" }).ClickAsync();

        await Expect(operation.Locator(".live-responses-table")).ToContainTextAsync("Ada Holm, administrator");
    }
}
