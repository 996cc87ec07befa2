using Microsoft.Playwright;
using Muster.Testing;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Schedule;

/// <summary>Activities go from one agent to another by a real pointer and by keys.</summary>
public sealed class BetweenAgentsTests(Chromium chromium, DemoNode demo) : EditorTest(chromium, demo)
{
    private const int Ten = 600;

    [Fact]
    public async Task A_shift_is_dragged_to_another_agent_and_one_undo_takes_it_back()
    {
        var (ada, stage, page) = await OpenDraftAsync("&view=day");
        await stage.EditAsync(ada, stage.Free(stage.Agents[1], 0));
        await BoIsFreeAsync(page);
        var from = await PlaceAsync(page, 0, Ten);
        var (x, y) = await PlaceAsync(page, 1, Ten);

        await HoldAsync(page, from, (x + 3, y));
        await page.PressAsync("Escape");
        await page.Mouse.UpAsync();
        await HoldAsync(page, from, (x + 3, y));
        await page.Mouse.UpAsync();

        await HasAsync(ada, stage, AsMade, 1);
        Assert.Equal("", await stage.ReadAsync(ada, 0));
        await Focused(page, "Bo Holm, Mon 8 Jun: Phone 09:00–17:30");
        await page.PressAsync("Control+z");
        await HasAsync(ada, stage, AsMade);
        Assert.Equal("", await stage.ReadAsync(ada, 1));

        // The move and its undoing: the drag that was left did nothing.
        await page.Button("Edits").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Edits" })
            .GetByText("moves an activity to Bo Holm, 2026-06-08: Ada Holm")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task A_shift_dragged_with_Ctrl_is_copied_and_one_undo_takes_the_copy_away()
    {
        var (ada, stage, page) = await OpenDraftAsync("&view=day");
        await stage.EditAsync(ada, stage.Free(stage.Agents[1], 0));
        await BoIsFreeAsync(page);
        var from = await PlaceAsync(page, 0, Ten);
        var (x, y) = await PlaceAsync(page, 1, Ten);

        await HoldAsync(page, from, (x + 3, y));
        await Focused(page, "Phone 09:00–17:30: let go to move it, with Ctrl to copy it; Escape leaves it.");
        await page.Keyboard.DownAsync("Control");
        await page.Mouse.UpAsync();
        await page.Keyboard.UpAsync("Control");

        await HasAsync(ada, stage, AsMade, 1);
        Assert.Equal(AsMade, await stage.ReadAsync(ada, 0));
        await Focused(page, "Bo Holm, Mon 8 Jun: Phone 09:00–17:30");
        await page.PressAsync("Control+z");
        await HasAsync(ada, stage, "", 1);
        Assert.Equal(AsMade, await stage.ReadAsync(ada, 0));
    }

    [Fact]
    public async Task Rows_outside_of_the_window_come_in_at_its_edge()
    {
        var (ada, stage, page) = await OpenDraftAsync("&view=day", agents: 12);
        const int last = 11;
        await stage.EditAsync(ada, stage.Free(stage.Agents[last], 0));
        await page.SetViewportSizeAsync(Screen.Desk.Width, 560);
        var grid = page.GetByRole(AriaRole.Grid);
        await Expect(grid).ToHaveAttributeAsync("aria-rowcount", "12");
        var box = (await grid.BoundingBoxAsync())!;

        var from = await PlaceAsync(page, 0, Ten);
        await HoldAsync(page, from, (from.X, box.Y + box.Height - 8));
        await Until.FineAsync(Patience, async () =>
        {
            var left = await grid.EvaluateAsync<double>("one => one.scrollHeight - one.clientHeight - one.scrollTop");
            return left < 1 ? null : $"{left} pixels are left to scroll.";
        });
        await page.Mouse.UpAsync();

        await HasAsync(ada, stage, AsMade, last);
        await Focused(page, "Lea Holm, Mon 8 Jun: Phone 09:00–17:30");
    }

    [Fact]
    public async Task Where_somebody_works_already_a_shift_is_refused_beside_it()
    {
        var (ada, stage, page) = await OpenDraftAsync("&view=day");
        Watch.Provoke("status of 400");
        var (x, y) = await PlaceAsync(page, 1, Ten);

        await DragAsync(page, await PlaceAsync(page, 0, Ten), (x, y));

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("overlap: Phone until 2026-06-08 17:30");
        Assert.Equal((AsMade, AsMade), (await stage.ReadAsync(ada, 0), await stage.ReadAsync(ada, 1)));
    }

    [Fact]
    public async Task A_shift_is_cut_and_pasted_by_keys_and_what_breaks_rules_is_asked()
    {
        var (ada, stage, page) = await OpenDraftAsync();
        const int saturday = 5;
        await page.PressAsync("Control+x");
        await Focused(page, "Cut Phone 09:00–17:30");
        await page.PressAsync("ArrowDown");
        await page.PressAsync("End");
        await page.PressAsync("ArrowLeft");
        await Focused(page, "Bo Holm, Sat 13 Jun: free");
        await page.PressAsync("Control+v");

        var asked = page.GetByRole(AriaRole.Dialog, new() { Name = "This breaks rules" });
        await Expect(asked.GetByText("Move to Bo Holm, Sat 13 Jun, Phone 09:00–17:30: Ada Holm, Mon 8 Jun"))
            .ToBeVisibleAsync();
        await Expect(asked.GetByRole(AriaRole.Listitem)).ToContainTextAsync(["Bo Holm"]);
        await asked.GetByRole(AriaRole.Button, new() { Name = "Do it" }).ClickAsync();

        await HasAsync(ada, stage, AsMade, 1, saturday);
        Assert.Equal("", await stage.ReadAsync(ada, 0));
    }

    [Fact]
    public async Task A_meeting_is_copied_and_cut_and_the_keys_are_listed()
    {
        var (ada, stage, page) = await OpenDraftAsync();
        await page.PressAsync("ArrowRight");
        await Focused(page, "Ada Holm, Mon 8 Jun: Lunch 12:30–13:00");
        await page.PressAsync("Control+x");
        await page.PressAsync("Escape");
        await Focused(page, "Nothing is cut.");
        await stage.EditAsync(ada, stage.LateShift(stage.Agents[1], 0), stage.Free(stage.Agents[2], 0));
        await page.PressAsync("Home");
        await page.PressAsync("Control+c");
        await page.PressAsync("Control+End");
        await Focused(page, "Cleo Holm, Mon 8 Jun: free");
        await page.PressAsync("Control+v");
        await HasAsync(ada, stage, AsMade, 2);
        Assert.Equal(AsMade, await stage.ReadAsync(ada, 0));

        await page.PressAsync("?");
        var keys = page.GetByRole(AriaRole.Dialog, new() { Name = "Keys of the schedule" });
        await Expect(keys.GetByText("Ctrl + X, Ctrl + V")).ToBeVisibleAsync();
        await Expect(keys.GetByText("with Ctrl held to copy it")).ToBeVisibleAsync();
        await page.PressAsync("Escape");
        await Expect(keys).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Two_agents_swap_a_day_and_a_shift_is_given_away_in_the_opened_day()
    {
        var (ada, stage, page) = await OpenDraftAsync();
        await stage.EditAsync(ada, stage.LateShift(stage.Agents[1], 0), stage.Free(stage.Agents[2], 0));
        await page.PressAsync("Enter");
        var drawer = page.GetByRole(AriaRole.Dialog, new() { Name = "Ada Holm, Mon, 8 Jun 2026" });
        await ChooseAsync(page, drawer, "Bo Holm");
        await Expect(drawer.GetByText("Bo Holm has: Phone 14:00–19:00")).ToBeVisibleAsync();
        await drawer.GetByRole(AriaRole.Button, new() { Name = "Swap days" }).ClickAsync();

        await HasAsync(ada, stage, "work 14:00 300");
        await HasAsync(ada, stage, AsMade, 1);
        await ChooseAsync(page, drawer, "Cleo Holm");
        await drawer.GetByRole(AriaRole.Button, new() { Name = "Give shift" }).ClickAsync();
        await HasAsync(ada, stage, "work 14:00 300", 2);
        await HasAsync(ada, stage, "");
    }

    private static async Task ChooseAsync(IPage page, ILocator drawer, string name)
    {
        await drawer.GetByRole(AriaRole.Combobox, new() { Name = "Other agent" }).FillAsync(name);
        await page.GetByRole(AriaRole.Option, new() { Name = name }).ClickAsync();
    }

    private static async Task BoIsFreeAsync(IPage page)
    {
        await page.PressAsync("ArrowDown");
        await Focused(page, "Bo Holm, Mon 8 Jun: free");
    }

    private static async Task HoldAsync(IPage page, (float X, float Y) from, (float X, float Y) to)
    {
        await page.Mouse.MoveAsync(from.X, from.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 8 });
    }
}
