using Microsoft.Playwright;
using Muster.Testing;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.People;

public sealed class HeldRunTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int Many = 12;

    [Fact]
    public async Task A_run_that_would_end_many_is_held_until_somebody_approves()
    {
        await using var node = new OwnNode("demo");
        await node.StartAsync();
        using var ada = await ApiSession.SignInAsync(node.Address, "ada", DemoNode.Password);
        const string name = "hr";
        await ada.PostAsync("/directory/people/bulk", new { items = await PeopleAsync(ada, name) });
        await ada.PostAsync("/synchronization/sources", new { name, type = "directory", level = 2 });
        var page = await OpenAsync(node.Address, "/people/synchronization", ada);
        var row = page.GetByRole(AriaRole.Table, new() { Name = "Sources" }).Locator("tbody tr")
            .Filter(new() { HasText = name });
        await Expect(row.Locator("[data-label=People]")).ToHaveTextAsync($"{Many}", new() { Timeout = 40_000 });

        // A directory that answers half: it has lost people and tells nobody.
        var lost = await TestDatabase.ExecuteAsync(
            node.Connection,
            "UPDATE directory.entry SET deleted_at = now() WHERE kind = 'person' AND external_id <> 'hr-0'");
        Assert.Equal(Many - 1, lost);

        await row.GetByRole(AriaRole.Button).ClickAsync();
        await page.Button("Run now").ClickAsync();
        await page.Button("Close").ClickAsync();

        var held = page.GetByRole(AriaRole.Region, new() { Name = $"A run of {name} is held" });
        await Expect(held.GetByRole(AriaRole.Table, new() { Name = "Who would end" }).Locator("tbody tr"))
            .ToHaveCountAsync(Many - 1);
        await held.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await page.ConfirmAsync("Approve");

        await Expect(held).ToBeHiddenAsync();
        await page.CloseAsync(); // before its node ends
    }

    private static IEnumerable<string> Ids(string name) =>
        Enumerable.Range(0, Many).Select(number => $"{name}-{number}");

    private static async Task<object> PeopleAsync(ApiSession ada, string name)
    {
        await ada.PutAsync($"/directory/tenants/{name}", new { name });
        return Ids(name).Select(id => new
        {
            external_id = id,
            content = new { tenant = name, first_name = id, last_name = name },
        });
    }
}
