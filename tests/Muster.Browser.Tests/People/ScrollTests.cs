using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.People;

/// <summary>
/// What a frame costs while a list of a hundred thousand is scrolled. The people are made up, the page is real.
/// </summary>
public sealed class ScrollTests(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    private const int People = 100_000;
    private const int Frames = 240;

    // Pixels.
    private const int Row = 36;

    private const string Scroll = """
        async ([frames, step]) => {
          const list = document.querySelector('[role=table][aria-label=People]').parentElement;
          for (let frame = 0; frame < frames; frame++) {
            list.scrollTop += step;
            await new Promise((next) => requestAnimationFrame(next));
          }
          return list.scrollTop;
        }
        """;

    [Fact]
    public async Task A_list_of_100_000_is_scrolled_at_sixty_frames_a_second()
    {
        var page = await OpenAsAsync("ada", "/today");
        await page.RouteAsync("**/api/v2/wfm/people?*", AnswerAsync);
        await page.GotoAsync("/people/agents");
        await Expect(page.GetByText("100,000 agents", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.Button("Lee 0, Ann")).ToBeVisibleAsync();
        var cost = await FrameCost.OfAsync(page);

        var reached = await cost.AssertInTimeAsync(
            "a row a frame", Frames, () => page.EvaluateAsync<double>(Scroll, new[] { Frames, Row }));

        Assert.True(reached > Frames * Row * 0.9, $"It scrolled to {reached} only.");
    }

    private static Task AnswerAsync(IRoute route)
    {
        var asked = new Uri(route.Request.Url).Query.TrimStart('?').Split('&').Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => pair[1]);
        var (offset, limit) = (Number(asked["offset"]), Number(asked["limit"]));
        var items = Enumerable.Range(offset, Math.Min(limit, People - offset)).Select(Agent);
        return route.FulfillAsync(new()
        {
            ContentType = "application/json",
            Body = JsonSerializer.Serialize(new { items, offset, total = People }),
        });
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static object Agent(int number) => new
    {
        id = $"00000000-0000-7000-8000-{number:d12}",
        version = 1,
        first_name = "Ann",
        last_name = $"Lee {number}",
        employee_number = $"n{number}",
        active = true,
        skills = Enumerable.Range(0, 10).Select(skill => new { skill_id = $"s{skill}", level = 40 }),
        overridden = Array.Empty<string>(),
        sources = new[] { new { source = "hr", heard_at = "2026-11-21T20:00:00Z", gone = false } },
        removed_at = (string?)null,
    };
}
