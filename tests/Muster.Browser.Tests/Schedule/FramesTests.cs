using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Schedule;

/// <summary>
/// What a frame costs while a week of five thousand agents is scrolled. The days are made up, the page is real.
/// </summary>
public sealed class FramesTests(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    private const int Agents = 5_000;
    private const int Frames = 300;

    private const string Scroll = """
        async (frames) => {
          const grid = document.querySelector('[role=grid]');
          for (let frame = 0; frame < frames; frame++) {
            grid.scrollTop += 61;
            await new Promise((next) => requestAnimationFrame(next));
          }
          return grid.scrollTop;
        }
        """;

    [Theory]
    [InlineData("week")]
    [InlineData("day")]
    public async Task A_frame_of_five_thousand_agents_is_drawn_in_time(string view)
    {
        var ada = await Demo.SessionAsync("ada");
        var stage = await DraftStage.SetAsync(ada, 1);
        var path = stage.Path.Replace("view=week", $"view={view}", StringComparison.Ordinal);
        var page = await OpenAsAsync("ada", "/today");
        await page.RouteAsync("**/schedules/grid?*", route => route.FulfillAsync(new()
        {
            ContentType = "application/json",
            Body = Grid(stage.Codes, view == "week" ? 7 : 1),
        }));
        await page.RouteAsync("**/schedules/breaches?*", route =>
            route.FulfillAsync(new() { ContentType = "application/json", Body = """{"items":[]}""" }));
        await page.GotoAsync(path);
        await Expect(page.GetByRole(AriaRole.Grid)).ToHaveAttributeAsync("aria-rowcount", $"{Agents}");

        var cost = await FrameCost.OfAsync(page);
        await page.EvaluateAsync<double>(Scroll, 30);
        var reached = await cost.AssertInTimeAsync(view, Frames, () => page.EvaluateAsync<double>(Scroll, Frames));
        Assert.True(reached > Frames * 50, $"It scrolled to {reached} only.");
    }

    /// <summary>Everybody has a shift with a meal, two breaks and on some days a meeting or leave.</summary>
    private static string Grid(Codes codes, int days) => JsonSerializer.Serialize(new
    {
        version = 1,
        draft_version = 1,
        time_zone = "Europe/Berlin",
        from = DraftStage.Monday,
        days,
        origin = "2026-06-07T22:00:00Z",
        activity_code_ids = new[] { codes.Phone, codes.Lunch, codes.Meeting, codes.Leave },
        agents = Enumerable.Range(0, Agents).Select(agent => new
        {
            id = new Guid(agent, 0, 0, new byte[8]),
            name = $"Agent {agent} of the very large unit",
            team_id = (string?)null,
            work_plan_id = (string?)null,
            days = Enumerable.Range(0, days).Where(day => (agent + day) % 7 < 5).Select(day => Day(agent, day)),
        }),
    });

    private static int[] Day(int agent, int day)
    {
        var start = (day * 1440) + 420 + (agent % 33 * 15);
        int[] shift =
        [
            day, 1, agent % 3 == 0 ? 1 : 0, 0, start, 510, 0, 1, start + 120, 15, 1, 1, start + 240, 30, 1,
            1, start + 390, 15, 1,
        ];
        return (agent + day) % 9 == 0 ? [.. shift, 2, start, 510, 3]
            : (agent + day) % 4 == 0 ? [.. shift, 1, start + 300, 60, 2] : shift;
    }
}
