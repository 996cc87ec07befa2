using Microsoft.Playwright;
using Muster.Testing;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Schedule;

/// <summary>A test with hands on the grid of a schedule.</summary>
public abstract class EditorTest(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    /// <summary>What everybody has on each weekday of <see cref="DraftStage"/>.</summary>
    protected const string AsMade = "work 09:00 510, inside 12:30 30";

    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    protected static Task Focused(IPage page, string words) =>
        Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = words })).ToBeVisibleAsync();

    /// <summary>The draft has it on an agent's day.</summary>
    private protected static Task<TimeSpan> HasAsync(
        ApiSession ada, DraftStage stage, string wanted, int agent = 0, int day = 0) =>
        BecomesAsync(wanted, () => stage.ReadAsync(ada, agent, day));

    protected static Task<TimeSpan> BecomesAsync(string wanted, Func<Task<string>> read) =>
        Until.FineAsync(Patience, async () =>
        {
            var has = await read();
            return has == wanted ? null : has;
        });

    protected static async Task HoldShiftAsync(IPage page, params string[] keys)
    {
        await page.Keyboard.DownAsync("Shift");
        foreach (var key in keys)
        {
            await page.Keyboard.PressAsync(key);
        }

        await page.Keyboard.UpAsync("Shift");
    }

    protected static async Task DragAsync(IPage page, (float X, float Y) from, (float X, float Y) to)
    {
        await page.Mouse.MoveAsync(from.X, from.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 8 });
        await page.Mouse.UpAsync();
    }

    /// <summary>Where a minute of the day is in a row, as the page lays them out.</summary>
    protected static async Task<(float X, float Y)> PlaceAsync(IPage page, int row, int minute)
    {
        var box = (await page.GetByRole(AriaRole.Grid).Locator("canvas").BoundingBoxAsync())!;
        return (box.X + 190 + await PixelsAsync(page, minute), box.Y + 40 + (row * 28) + 14);
    }

    protected static async Task<float> PixelsAsync(IPage page, int minutes)
    {
        var box = (await page.GetByRole(AriaRole.Grid).Locator("canvas").BoundingBoxAsync())!;
        return minutes * (box.Width - 190) / (24 * 60);
    }

    private protected async Task<(ApiSession Ada, DraftStage Stage, IPage Page)> OpenDraftAsync(
        string more = "", int agents = 3)
    {
        var ada = await Demo.SessionAsync("ada");
        var stage = await DraftStage.SetAsync(ada, agents);
        var path = more.Length > 0 ? stage.Path.Replace("&view=week", more, StringComparison.Ordinal) : stage.Path;
        return (ada, stage, await OpenGridAsync("ada", path));
    }

    /// <summary>Opens a schedule with the focus in its grid.</summary>
    protected async Task<IPage> OpenGridAsync(string userName, string path)
    {
        var page = await OpenAsAsync(userName, path);
        await page.GetByRole(AriaRole.Grid).FocusAsync();
        await Focused(page, "Ada Holm");
        return page;
    }
}
