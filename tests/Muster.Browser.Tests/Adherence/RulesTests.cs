using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.Adherence;

public sealed class RulesTests(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    [Fact]
    public async Task Changes_are_not_left_behind_unasked()
    {
        var stage = await RulesStage.SetAsync(await Demo.SessionAsync("ada"));
        var page = await OpenAsAsync("ada", stage.Path);
        await page.Button("Paste").ClickAsync();
        await page.GetByLabel("Cells").FillAsync("acd\tCoaching\t\ttraining\nacd\tReady\t\tother work");
        await page.Button("Use these 2 lines").ClickAsync();
        await Expect(page.GetByText("3 mappings")).ToBeVisibleAsync();
        await Expect(page.GetByText("Changes are not saved.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "People" }).ClickAsync();
        await page.Button("Stay").PressAsync("Enter");
        await Expect(page.GetByText("3 mappings")).ToBeVisibleAsync();
        await page.PressAsync("Control+s");
        await Expect(page.GetByText("Set by Ada")).ToBeVisibleAsync();

        await page.Field("State of mapping 1").WriteAsync("Open");
        await page.GetByRole(AriaRole.Link, new() { Name = "People" }).ClickAsync();
        await page.Button("Leave").ClickAsync();
        await Expect(page.Heading("People")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Rules_from_another_day_begin_as_a_copy_and_an_earlier_version_comes_back()
    {
        var stage = await RulesStage.SetAsync(await Demo.SessionAsync("ada"));
        var page = await OpenAsAsync("ada", stage.Path);

        await page.Button("From another day").ClickAsync();
        await page.GetByLabel("First day").FillAsync("2026-03-01");
        await page.Button("Open these rules").ClickAsync();
        await Expect(page.GetByText("Not set yet: a copy")).ToBeVisibleAsync();
        await page.GetByLabel("Remove mapping 1, Ready").ClickAsync();
        await page.Button("Save").ClickAsync();
        await Expect(page.GetByLabel("Rules that hold").Locator("option")).ToHaveTextAsync(
            ["since ever", "from Sun, 1 Mar 2026"]);
        await Expect(page.GetByText("1 mapping", new() { Exact = true })).ToBeVisibleAsync();

        await page.Button("History").ClickAsync();
        await page.Button("Open version 1").ClickAsync();
        await Expect(page.GetByLabel("Rules that hold")).ToHaveValueAsync("always");
        await Expect(page.GetByText("2 mappings")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_saves_second_sees_who_was_first_and_chooses()
    {
        var ada = await Demo.SessionAsync("ada");
        var stage = await RulesStage.SetAsync(ada);
        var page = await OpenAsAsync("paul", stage.Path);
        await page.Field("Start late, s, of Break").WriteAsync("30");

        await ada.PutAsync($"/adherence/rules/{stage.Company.Unit}/entries/always", 1, new { });

        await Expect(page.GetByText("saved version 2")).ToBeVisibleAsync();
        await Expect(page.Field("Start late, s, of Break")).ToHaveValueAsync("30");
        await page.Button("Save").ClickAsync();
        await Expect(page.GetByText("as version 3")).ToBeVisibleAsync();
        await Expect(page.GetByText("2 mappings")).ToBeVisibleAsync();
    }
}
