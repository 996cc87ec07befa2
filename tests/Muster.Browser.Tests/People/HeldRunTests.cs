using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.People;

public sealed class HeldRunTests(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    private const int Many = 12;

    [Fact]
    public async Task A_run_that_would_end_many_is_held_until_somebody_approves()
    {
        using var folder = new PeopleFolder(Many);
        var ada = await Demo.SessionAsync("ada");
        var name = Unique.Name("files");
        await ada.PostAsync("/synchronization/sources", new
        {
            name, type = "folder", settings = new { folder = folder.Path, tenant = folder.Tenant }, timeout_minutes = 0,
        });
        var page = await OpenAsAsync("ada", "/people/synchronization");
        var row = page.GetByRole(AriaRole.Table, new() { Name = "Sources" }).Locator("tbody tr")
            .Filter(new() { HasText = name });
        await Expect(row.Locator("[data-label=People]")).ToHaveTextAsync($"{Many}");

        folder.Write(1);
        await page.Button(name).ClickAsync();
        await page.Button("Run now").ClickAsync();
        await page.Button("Close").ClickAsync();
        var held = page.GetByRole(AriaRole.Region, new() { Name = $"Held run of {name}" });
        await Expect(held.GetByRole(AriaRole.Table, new() { Name = "Who would end" }).Locator("tbody tr"))
            .ToHaveCountAsync(Many - 1);
        await held.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await page.ConfirmAsync("Approve");

        await Expect(held).ToBeHiddenAsync();
    }
}
