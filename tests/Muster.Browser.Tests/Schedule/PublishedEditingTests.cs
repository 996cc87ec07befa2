using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Schedule;

/// <summary>What is published is changed at once, by those who may.</summary>
public sealed class PublishedEditingTests(Chromium chromium, DemoNode demo) : EditorTest(chromium, demo)
{
    [Fact]
    public async Task A_change_of_what_is_published_is_asked_and_answered_with_a_receipt_and_undone()
    {
        var (ada, stage) = await PublishedAsync();
        var page = await OpenGridAsync("ada", stage.PublishedPath);
        await HoldShiftAsync(page, "ArrowRight", "ArrowRight");
        var asked = page.GetByRole(AriaRole.Dialog, new() { Name = "This changes the published schedule" });
        await Expect(asked.GetByText("It counts at once, and the agents are told.")).ToBeVisibleAsync();
        await asked.GetByRole(AriaRole.Button, new() { Name = "Leave as it was" }).ClickAsync();
        Assert.Equal(AsMade, await stage.ReadPublishedAsync(ada, 0));

        await page.GetByRole(AriaRole.Grid).FocusAsync();
        await HoldShiftAsync(page, "ArrowRight", "ArrowRight");
        await asked.GetByRole(AriaRole.Button, new() { Name = "Do it" }).ClickAsync();
        await Expect(page.GetByText("Published. Applied on 1 of 1 node in")).ToBeVisibleAsync();
        Assert.Equal("work 09:30 510, inside 13:00 30", await stage.ReadPublishedAsync(ada, 0));

        await page.GetByRole(AriaRole.Grid).FocusAsync();
        await page.PressAsync("Control+z");
        await Expect(page.GetByText("What you published last is taken back. Applied on 1 of 1 node in"))
            .ToBeVisibleAsync();
        Assert.Equal(AsMade, await stage.ReadPublishedAsync(ada, 0));
    }

    [Fact]
    public async Task Who_may_not_publish_sees_it_and_changes_nothing()
    {
        var (ada, stage) = await PublishedAsync();
        var page = await OpenGridAsync("sofia", stage.PublishedPath);
        await Expect(page.GetByRole(AriaRole.Grid)).ToHaveAttributeAsync("aria-readonly", "true");
        await Expect(page.Button("Undo")).ToBeDisabledAsync();

        await page.PressAsync("Delete");
        await page.PressAsync("Control+x");
        await HoldShiftAsync(page, "ArrowRight");
        await page.PressAsync("Enter");

        var drawer = page.GetByRole(AriaRole.Dialog, new() { Name = "Ada Holm, Mon, 8 Jun 2026" });
        await Expect(drawer.GetByText("Phone 09:00–17:30, Lunch 12:30–13:00").First).ToBeVisibleAsync();
        await Expect(drawer.GetByRole(AriaRole.Form)).ToHaveCountAsync(0);
        Assert.Equal(AsMade, await stage.ReadPublishedAsync(ada, 0));
    }

    private async Task<(ApiSession Ada, DraftStage Stage)> PublishedAsync()
    {
        var ada = await Demo.SessionAsync("ada");
        var stage = await DraftStage.SetAsync(ada);
        await stage.PublishAsync(ada);
        return (ada, stage);
    }
}
