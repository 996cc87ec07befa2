using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Schedule;

/// <summary>Schedules are edited with real keys and a real pointer.</summary>
public sealed class EditingTests(Chromium chromium, DemoNode demo) : EditorTest(chromium, demo)
{
    private const string Edits = "**/schedules/drafts/*/edits";

    [Fact]
    public async Task A_shift_is_moved_and_resized_by_keys_and_undone()
    {
        var (ada, stage, page) = await OpenDraftAsync();
        await Focused(page, "Ada Holm, Mon 8 Jun: Phone 09:00–17:30, 8 h 30 min");

        await HoldShiftAsync(page, "ArrowRight", "ArrowRight");
        await HasAsync(ada, stage, "work 09:30 510, inside 13:00 30");
        await Focused(page, "Phone 09:30–18:00");
        await HoldShiftAsync(page, "ArrowDown");
        await HasAsync(ada, stage, "work 09:30 525, inside 13:00 30");

        await page.PressAsync("Control+z");
        await HasAsync(ada, stage, "work 09:30 510, inside 13:00 30");
        await page.PressAsync("Control+z");
        await HasAsync(ada, stage, AsMade);
    }

    [Fact]
    public async Task Arrows_go_everywhere_Delete_removes_and_a_day_is_copied()
    {
        var (ada, stage, page) = await OpenDraftAsync();
        await page.PressAsync("ArrowRight");
        await Focused(page, "Ada Holm, Mon 8 Jun: Lunch 12:30–13:00");
        await page.PressAsync("Delete");
        await HasAsync(ada, stage, "work 09:00 510");

        await page.PressAsync("ArrowDown");
        await Focused(page, "Bo Holm, Mon 8 Jun");
        await page.PressAsync("Home");
        await page.PressAsync("Control+c");
        await Expect(page.GetByText("Copied Bo Holm, Mon 8 Jun")).ToBeVisibleAsync();
        await page.PressAsync("Control+Home");
        await Focused(page, "Ada Holm");
        await page.PressAsync("Control+v");
        await HasAsync(ada, stage, AsMade);
    }

    [Fact]
    public async Task A_shift_is_dragged_and_an_edge_stretched()
    {
        var (ada, stage, page) = await OpenDraftAsync("&view=day");
        var (x, y) = await PlaceAsync(page, 0, 600);
        await DragAsync(page, (x, y), (x + await PixelsAsync(page, 60), y));
        await HasAsync(ada, stage, "work 10:00 510, inside 13:30 30");

        var (end, _) = await PlaceAsync(page, 0, 600 + 510);
        await DragAsync(page, (end - 2, y), (end + await PixelsAsync(page, 30), y));
        await HasAsync(ada, stage, "work 10:00 540, inside 13:30 30");
    }

    [Fact]
    public async Task What_breaks_rules_is_asked_first_and_marked()
    {
        var (ada, stage, page) = await OpenDraftAsync();
        await HoldShiftAsync(page, [.. Enumerable.Repeat("ArrowDown", 9)]);
        var asked = page.GetByRole(AriaRole.Dialog, new() { Name = "This breaks rules" });
        await Expect(asked.GetByText("has a shift of 10:45 h")).ToBeVisibleAsync();
        await Expect(asked.GetByText("Ada Holm").First).ToBeVisibleAsync();

        await asked.GetByRole(AriaRole.Button, new() { Name = "Leave as it was" }).ClickAsync();
        await Expect(asked).ToHaveCountAsync(0);
        Assert.Equal(AsMade, await stage.ReadAsync(ada, 0));

        await page.GetByRole(AriaRole.Grid).FocusAsync();
        await HoldShiftAsync(page, [.. Enumerable.Repeat("ArrowDown", 9)]);
        await asked.GetByRole(AriaRole.Button, new() { Name = "Do it" }).ClickAsync();
        await HasAsync(ada, stage, "work 09:00 645, inside 12:30 30");
        await page.GetByRole(AriaRole.Grid).FocusAsync();
        await page.PressAsync("Enter");
        await Expect(page.GetByText("Breaks rules of the work plan")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Until_the_draft_is_found_no_other_schedule_is_shown_in_its_place()
    {
        var ada = await Demo.SessionAsync("ada");
        var stage = await DraftStage.SetAsync(ada);
        var page = await OpenAsAsync("ada", "/today");
        var (asked, found) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync("**/schedules/drafts?*", async route =>
        {
            asked.TrySetResult();
            await found.Task;
            await route.ContinueAsync();
        });
        var read = new List<string>();
        page.Request += (_, request) => read.Add(request.Url);
        await page.GotoAsync(stage.Path);
        await asked.Task;
        await Expect(page.GetByRole(AriaRole.Status, new() { Name = "Loading the schedule" })).ToBeVisibleAsync();

        found.SetResult();

        await Focused(page, "Ada Holm, Mon 8 Jun: Phone 09:00–17:30");
        Assert.All(read.Where(url => url.Contains("/schedules/grid?", StringComparison.Ordinal)), url =>
            Assert.Contains(stage.Draft, url, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_planners_change_is_seen_at_once()
    {
        var (ada, stage, page) = await OpenDraftAsync();
        await stage.EditAsync(ada, new
        {
            op = "move",
            agent_id = stage.Agents[0],
            day = DraftStage.Monday,
            layer = "work",
            start = $"{DraftStage.Monday}T09:00:00+02:00",
            to = $"{DraftStage.Monday}T11:00:00+02:00",
        });
        await Focused(page, "Ada Holm, Mon 8 Jun: Phone 11:00–19:30");
    }

    [Fact]
    public async Task An_edit_that_could_not_be_sent_survives_a_reload()
    {
        var (ada, stage, page) = await OpenDraftAsync();
        Watch.Provoke("ERR_FAILED");
        Watch.Provoke("ERR_INTERNET_DISCONNECTED");
        var isAway = true;
        await page.RouteAsync(Edits, route => isAway ? route.AbortAsync() : route.ContinueAsync());
        await HoldShiftAsync(page, "ArrowRight");
        await Expect(page.GetByText("1 change is not sent yet")).ToBeVisibleAsync();
        await Focused(page, "Phone 09:15–17:45");

        await page.ReloadAsync();
        await Expect(page.GetByText("1 change is not sent yet")).ToBeVisibleAsync();
        Assert.Equal(AsMade, await stage.ReadAsync(ada, 0));

        // It is tried at once when somebody says so, and by itself.
        await page.RunAndWaitForRequestAsync(() => page.Button("Send now").ClickAsync(), Edits);
        isAway = false;
        await HasAsync(ada, stage, "work 09:15 510, inside 12:45 30");
        await Expect(page.GetByText("1 change is not sent yet")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_day_is_opened_and_what_is_refused_is_said_there()
    {
        var (ada, stage, page) = await OpenDraftAsync();
        await page.PressAsync("Enter");
        var drawer = page.GetByRole(AriaRole.Dialog, new() { Name = "Ada Holm, Mon, 8 Jun 2026" });
        var form = drawer.GetByRole(AriaRole.Form, new() { Name = "New activity" });
        await form.GetByLabel("Activity").SelectOptionAsync("Team meeting");
        await form.GetByLabel("Start").FillAsync("10:00");
        await form.GetByLabel("Minutes").FillAsync("60");
        await form.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        await HasAsync(ada, stage, "work 09:00 510, inside 10:00 60, inside 12:30 30");

        Watch.Provoke("status of 400");
        await form.GetByLabel("Activity").SelectOptionAsync("Team meeting");
        await form.GetByLabel("Start").FillAsync("10:30");
        await form.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();
        await Expect(drawer.GetByRole(AriaRole.Alert).First).ToContainTextAsync("overlap");
    }
}
