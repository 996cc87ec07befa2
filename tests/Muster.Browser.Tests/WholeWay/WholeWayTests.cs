using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Muster.Browser.Tests.Adherence;
using Muster.Testing;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.WholeWay;

/// <summary>
/// Forecast, schedule, publish, adherence: a planner, an agent and a supervisor at two servers behind one address, and
/// the server that they are on is killed on the way.
/// </summary>
public sealed class WholeWayTests(Chromium chromium, TwoNodes nodes)
    : BrowserTest(chromium), IClassFixture<TwoNodes>
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly Regex ServerGone = new("^(b has been silent for|1 of 2 nodes behind)");
    private static readonly Regex Receipt = new("^Applied on 1 of 1 node in");

    [Fact]
    public async Task A_forecast_is_changed_built_edited_and_published_seen_and_judged_while_a_server_dies()
    {
        var stage = await WholeWayStage.SetAsync(nodes.Ada);
        await using var balancer = new Balancer(nodes.Second, nodes.First);
        Watch.Provoke("net::ERR_");
        Watch.Provoke("/api/v2/wfm/live' failed");
        var planner = await OpenAsync(balancer, "paul", stage.Forecast.Path("volume"));
        var agent = await OpenAsync(balancer, "amir", "/");
        await agent.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);
        var supervisor = await OpenAsync(balancer, "sofia", stage.Wall);
        await Expect(VerdictOfAmir(supervisor)).ToHaveTextAsync("out");
        await AcknowledgeAsync(agent);

        await ChangeForecastAsync(planner);
        await BuildAsync(planner);
        await DraftAsync(planner);
        await nodes.KillSecondAsync();
        await EditAsync(planner);
        await PublishAsync(planner);

        await Until.FineAsync(Second, async () =>
            await VerdictOfAmir(supervisor).TextContentAsync() is "out" ? "Amir is judged by the old schedule" : null);
        await Expect(VerdictOfAmir(supervisor)).ToHaveTextAsync("in");
        await AcknowledgeAsync(agent);
        foreach (var page in new[] { planner, agent, supervisor })
        {
            await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasTextRegex = ServerGone }))
                .ToBeVisibleAsync();
            Assert.True(await page.EvaluateAsync<bool>("window.isStillTheSamePage"));
        }
    }

    private static async Task ChangeForecastAsync(IPage page)
    {
        var day = WholeWayStage.Monday.ToString("ddd d MMM", CultureInfo.InvariantCulture);
        await page.GetByRole(AriaRole.Gridcell, new() { Name = $"{day}: 840", Exact = true }).ClickAsync();
        await page.PressAsync("Control+a");
        await page.WriteAsync("1000");
        await page.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Gridcell, new() { Name = $"{day}: 1,000, machine 840", Exact = true }))
            .ToBeVisibleAsync();
    }

    private static async Task BuildAsync(IPage page)
    {
        await OpenAsync(page, "Areas", "Schedule");
        await OpenAsync(page, "Schedule", "Builds");
        await page.Button("Build schedules").First.ClickAsync();
        var panel = page.GetByRole(AriaRole.Dialog, new() { Name = "Build schedules" });
        await panel.GetByLabel("First day").FillAsync($"{WholeWayStage.Monday:yyyy-MM-dd}");
        await panel.GetByRole(AriaRole.Textbox, new() { Name = "Weeks" }).FillAsync("1");
        await panel.GetByRole(AriaRole.Textbox, new() { Name = "Seconds" }).FillAsync("1");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Build", Exact = true }).ClickAsync();
        await Expect(page.GetByText("1 unit scheduled, every rule is kept.").First).ToBeVisibleAsync();
    }

    private static async Task DraftAsync(IPage page)
    {
        await OpenAsync(page, "Schedule", "Schedule");
        await page.Button("New draft").ClickAsync();
        var panel = page.GetByRole(AriaRole.Dialog, new() { Name = "New draft" });
        await panel.GetByLabel("Begins with").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await panel.GetByRole(AriaRole.Button, new() { Name = "Make draft" }).ClickAsync();
        await Expect(panel).ToHaveCountAsync(0);
    }

    /// <summary>Amir's meeting is taken away: he is to be on the telephone.</summary>
    private static async Task EditAsync(IPage page)
    {
        await page.GetByLabel("What is shown").SelectOptionAsync("Day");
        await page.GetByLabel("Day", new() { Exact = true }).FillAsync($"{WholeWayStage.Today:yyyy-MM-dd}");
        await page.GetByLabel("Find agents").FillAsync("Amir");
        await page.GetByRole(AriaRole.Grid).FocusAsync();
        await Focused(page, "Amir Holm");
        await page.PressAsync("ArrowRight");
        await Focused(page, "Team meeting");
        var saved = page.WaitForResponseAsync("**/schedules/drafts/*/edits");
        await page.PressAsync("Delete");
        Assert.True((await saved).Ok);
    }

    private static async Task PublishAsync(IPage page)
    {
        await page.Button("Publish").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Publish" });
        await dialog.GetByRole(AriaRole.Button, new() { NameRegex = new("^Publish \\d+ days? of") }).ClickAsync();
        await Expect(dialog.GetByText(Receipt)).ToBeVisibleAsync();
    }

    private static async Task AcknowledgeAsync(IPage page)
    {
        var changed = page.Heading("1 day has changed");
        await Expect(changed).ToBeVisibleAsync();
        await page.Button("I have seen it").ClickAsync();
        await Expect(changed).ToBeHiddenAsync();
    }

    private static Task OpenAsync(IPage page, string among, string name) => page
        .GetByRole(AriaRole.Navigation, new() { Name = among, Exact = true })
        .GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();

    private static Task Focused(IPage page, string words) =>
        Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = words })).ToBeVisibleAsync();

    private static ILocator VerdictOfAmir(IPage page) => page
        .GetByRole(AriaRole.Table, new() { Name = "Adherence now" })
        .GetByRole(AriaRole.Row).Filter(new() { HasText = "Amir Holm" }).Locator("[data-cell=verdict]");

    private async Task<IPage> OpenAsync(Balancer balancer, string userName, string path)
    {
        using var session = await ApiSession.SignInAsync(balancer.Address, userName, DemoNode.Password);
        var page = await OpenAsync(balancer.Address, path, session);
        await page.EvaluateAsync("window.isStillTheSamePage = true");
        return page;
    }
}
