using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Publishing;

public sealed class PublishTests(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    [Fact]
    public async Task A_draft_is_published_with_a_conflict_settled_and_taken_back_again()
    {
        var stage = await PublishingStage.SetAsync(Demo);
        await stage.ChangeAsync(stage.BoId, 1, "08:00");
        var draft = await stage.DraftAsync(
            (stage.AnnId, 1, "09:00"), (stage.AnnId, 2, "09:00"), (stage.BoId, 1, "10:00"));
        await stage.ChangeAsync(stage.BoId, 1, "12:00");
        var page = await OpenAsAsync("ada", stage.PublishPath(draft));

        await Expect(page.GetByText("3 days of 2 people in")).ToBeVisibleAsync();
        var publish = page.Button("Publish 3 days of 2 people");
        await Expect(publish).ToBeDisabledAsync();
        await Expect(page.GetByText("The draft breaks")).ToBeVisibleAsync();
        await Expect(page.GetByText("Nothing was published.")).ToHaveCountAsync(0);
        await page.GetByLabel("What counts: Bo Holm").SelectOptionAsync("Take what is published");
        await page.GetByLabel("Note").FillAsync("For next week");
        await publish.ClickAsync();

        await Expect(page.GetByText("Applied on 1 of 1 node in")).ToBeVisibleAsync();
        await Expect(page.GetByText("2 days of 1 person")).ToBeVisibleAsync();
        await page.Button("Done").ClickAsync();
        var first = page.GetByRole(AriaRole.List, new() { NameRegex = new("^Versions of") })
            .GetByRole(AriaRole.Listitem).First;
        await Expect(first).ToContainTextAsync("2 days of 1 person: For next week");
        await first.GetByRole(AriaRole.Button, new() { NameRegex = new("^Who was told") }).ClickAsync();
        await Expect(first.GetByRole(AriaRole.Table)).ToContainTextAsync("not yet");
        await first.GetByRole(AriaRole.Button, new() { NameRegex = new("^Take back") }).ClickAsync();
        await page.ConfirmAsync("Take back");
        await Expect(first).ToContainTextAsync("put back");
    }

    [Fact]
    public async Task What_was_published_since_stands_in_the_way_of_taking_a_version_back_and_is_settled()
    {
        var stage = await PublishingStage.SetAsync(Demo);
        await stage.ChangeAsync(stage.BoId, 1, "08:00");
        await stage.ChangeAsync(stage.BoId, 1, "10:00");
        await stage.ChangeAsync(stage.BoId, 1, "12:00");
        Watch.Provoke("status of 409");
        var page = await OpenAsAsync("ada", $"/schedule/versions?site={stage.Unit}");
        var rows = page.GetByRole(AriaRole.List, new() { NameRegex = new("^Versions of") })
            .GetByRole(AriaRole.Listitem);
        await Expect(rows).ToHaveCountAsync(3);

        await rows.Nth(1).GetByRole(AriaRole.Button, new() { NameRegex = new("^Take back") }).ClickAsync();
        await page.ConfirmAsync("Take back");
        await page.GetByLabel("What counts: Bo Holm").SelectOptionAsync("Put back all the same");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Put back version") }).ClickAsync();

        await Expect(page.GetByText("Applied on 1 of 1 node in")).ToBeVisibleAsync();
        await Expect(rows).ToHaveCountAsync(4);
    }
}
