using System.Text.Json;
using Microsoft.Playwright;
using Muster.Browser.Tests.Looks;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Nodes;

public sealed class ClusterTests(Chromium chromium, OwnCluster cluster)
    : BrowserTest(chromium), IClassFixture<OwnCluster>
{
    private const string Path = "/system/cluster";

    [Fact]
    public async Task The_mesh_is_drawn_and_told_in_words()
    {
        var page = await OpenAsync();

        await Expect(Node(page, "a")).ToHaveAttributeAsync("data-standing", "answering");
        await Expect(Node(page, "b")).ToHaveAttributeAsync("data-standing", "linked");
        await Expect(Node(page, "c")).ToHaveAttributeAsync("data-standing", "linked");
        foreach (var link in (string[])["a b", "a c", "b c"])
        {
            await Expect(Mesh(page).Locator($"[data-link='{link}']")).ToHaveCountAsync(1);
        }

        await Expect(Mesh(page).Locator("desc")).ToContainTextAsync("a to b");
        await Expect(Row(page, "Links of a", "b")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_table_tells_of_each_node_how_it_stands()
    {
        var page = await OpenAsync();

        await Expect(Row(page, "Nodes", "a")).ToContainTextAsync(cluster.Address.Authority);
        await Expect(Row(page, "Nodes", "a")).ToContainTextAsync("this node");
        await Expect(Row(page, "Nodes", "b")).ToContainTextAsync("live");
        await Expect(Row(page, "Nodes", "b")).ToContainTextAsync("directly");
        await Expect(Row(page, "Nodes", "c")).ToContainTextAsync("up to date");
        await Expect(page.GetByText("Stale reads older than 1 s: 0 of")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_duty_is_handed_over_by_keyboard_and_the_page_says_how_it_ended()
    {
        var page = await OpenAsync();
        var lease = await cluster.HousekeepingAsync();
        var waiting = lease.GetProperty("waiting").EnumerateArray().Select(node => node.GetString()!).ToList();
        var to = waiting[1];
        await Expect(Row(page, "Duties", "housekeeping")).ToContainTextAsync(string.Join(", ", waiting));

        await page.Button("Hand over housekeeping").PressAsync("Enter");
        var choice = page.GetByLabel("Who shall have housekeeping");
        await Expect(choice).ToBeFocusedAsync();
        await choice.PressAsync("ArrowDown");
        await choice.PressAsync("Tab");
        await page.PressAsync("Tab");
        await Expect(page.Button($"Hand over to {to}")).ToBeFocusedAsync();
        await page.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = $"{to} has housekeeping after" }))
            .ToBeVisibleAsync();
        await Expect(Row(page, "Duties", "housekeeping")).ToContainTextAsync($"1/{Epoch(lease) + 1}");
        var now = await cluster.HousekeepingAsync();
        Assert.Equal(to, now.GetProperty("holder").GetString());
    }

    [Fact]
    public async Task A_refused_handover_shows_the_reason_of_the_server()
    {
        var page = await OpenAsync();
        Watch.Provoke("status of 409");
        await page.Button("Hand over housekeeping").ClickAsync();
        // The node that was chosen has stopped meanwhile.
        await page.RouteAsync("**/handover", route => route.ContinueAsync(new()
        {
            PostData = "{\"to\":\"zoe\"}"u8.ToArray(),
        }));

        await page.GetByRole(AriaRole.Button, new() { Name = "Hand over to" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "zoe does not wait for housekeeping." }))
            .ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_killed_node_is_told_as_silent_within_five_seconds()
    {
        var name = Unique.Name("d");
        var node = await cluster.AddAsync(name);
        var page = await OpenAsync();
        await Expect(Node(page, name)).ToHaveAttributeAsync("data-standing", "linked");

        await node.KillAsync();

        await Expect(Node(page, name)).ToHaveAttributeAsync("data-standing", "silent", new() { Timeout = 5_000 });
        await Expect(Row(page, "Nodes", name)).ToContainTextAsync("silent since");
        await Expect(Mesh(page).Locator($"[data-link*='{name}']")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Axe_finds_nothing_and_nothing_is_too_wide_with_a_silent_node_and_a_question_open()
    {
        var node = await cluster.AddAsync(Unique.Name("a-node-with-a-rather-long-name"));
        await node.KillAsync();
        var page = await OpenAsync();
        await Expect(Mesh(page).Locator("[data-standing=silent]").First).ToBeVisibleAsync();
        await page.Button("Hand over housekeeping").ClickAsync();
        await Expect(page.GetByLabel("Who shall have housekeeping")).ToBeVisibleAsync();

        foreach (var (screen, colours) in Look.All)
        {
            await page.ShowOnAsync(screen, colours);
            Assert.Empty(await Axe.FindAsync(page));
            Assert.Empty(await Width.FindTooWideAsync(page));
        }
    }

    private static long Epoch(JsonElement lease) => lease.GetProperty("epoch").GetInt64();

    private static ILocator Mesh(IPage page) => page.GetByRole(AriaRole.Img, new() { Name = "The mesh" });

    private static ILocator Node(IPage page, string name) => Mesh(page).Locator($"[data-node='{name}']");

    private static ILocator Row(IPage page, string table, string name) => page
        .GetByRole(AriaRole.Table, new() { Name = table, Exact = true })
        .GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByText(name, new() { Exact = true }) }).First;

    private Task<IPage> OpenAsync() => OpenAsync(cluster.Address, Path, cluster.Ada);
}
