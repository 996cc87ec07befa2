using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.People;

public sealed class SourceTests(Chromium chromium) : BrowserTest(chromium)
{
    private const float Patience = 40_000;

    [Fact]
    public async Task What_waits_for_review_is_settled_a_plan_changes_nothing_and_a_source_is_forgotten()
    {
        await using var company = await FollowedCompany.StartAsync();
        var agent = await company.AgentAsync(_ => true);
        await company.Ada.PatchAsync(
            $"/people/{agent.GetProperty("id")}", agent.GetProperty("version").GetInt64(),
            new { employee_number = "x-1" });
        await company.SayAsync("Kimberly");
        var page = await OpenAsync(company.Address, "/people/synchronization", company.Ada);

        var issues = page.GetByRole(AriaRole.Table, new() { Name = "Issues" }).Locator("tbody tr");
        await Expect(issues).ToContainTextAsync("x-1", new() { Timeout = Patience });
        await issues.GetByRole(AriaRole.Button, new() { Name = "Seen" }).ClickAsync();
        await Expect(page.Heading("Nothing to look at")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Table, new() { Name = "Sources" }).GetByRole(AriaRole.Button).First.ClickAsync();
        var before = await company.AgentAsync(_ => true);
        await page.Button("Plan").ClickAsync();
        var plan = page.GetByRole(AriaRole.Table, new() { Name = "Runs" }).Locator("tbody tr")
            .Filter(new() { HasText = "plan" });
        await Expect(plan.First).ToContainTextAsync("done", new() { Timeout = Patience });
        var after = await company.AgentAsync(_ => true);
        Assert.Equal(before.GetProperty("version").GetInt64(), after.GetProperty("version").GetInt64());

        await page.Button("Forget").ClickAsync();
        await page.ConfirmAsync("Forget");
        await Expect(page.GetByText("hr is forgotten")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        Assert.Equal("Kimberly", (await company.AgentAsync(_ => true)).GetProperty("first_name").GetString());
        await page.CloseAsync(); // before its node ends
    }
}
