using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Adherence;

public sealed class HistoryTests(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    [Fact]
    public async Task A_week_is_looked_at_by_agent_and_by_day_down_to_a_day_and_taken_along_as_a_file()
    {
        var path = await HistoryStage.SetAsync(Demo);
        var page = await OpenAsync(Demo.Address, path, await Demo.NewSessionAsync("Supervisor"));
        var table = page.GetByRole(AriaRole.Table, new() { Name = "Stored adherence" });
        var names = table.Locator("[data-cell=name] button:not([class*=sort])");
        await Expect(names).ToHaveTextAsync(["Ann Holm", "Bo Holm"]);
        await Expect(page.GetByLabel("Sums")).ToContainTextAsync("84.5 %");

        await page.Button("Adherence, %").ClickAsync();
        await Expect(names).ToHaveTextAsync(["Bo Holm", "Ann Holm"]);
        await page.Button("Export").ClickAsync();
        var file = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Menuitem, new() { Name = "These rows as CSV" }).ClickAsync());
        var lines = await File.ReadAllLinesAsync(await file.PathAsync());
        Assert.EndsWith("2026-06-08-2026-06-14-agent.csv", file.SuggestedFilename, StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains("Bo Holm,,144000,100800,43200,", StringComparison.Ordinal));

        await page.Button("Bo Holm").ClickAsync();
        await Expect(table.Locator("[data-cell=day]")).ToHaveCountAsync(6);
        await names.First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("8 Jun 2026");
        await page.PressAsync("Escape");
        await page.GetByLabel("Range").SelectOptionAsync("yesterday");
        await Expect(page.Heading("Nothing in these days")).ToBeVisibleAsync();
    }
}
