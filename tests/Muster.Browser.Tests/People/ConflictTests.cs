using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.People;

public sealed class ConflictTests(Chromium chromium) : BrowserTest(chromium)
{
    private const float Patience = 40_000;

    [Fact]
    public async Task Two_sources_that_know_one_person_make_a_conflict_and_somebody_joins_them_as_one()
    {
        await using var company = await FollowedCompany.StartAsync();
        var first = await company.AgentAsync(_ => true);
        await company.Ada.PostAsync(
            "/synchronization/sources", new { name = "payroll", type = "directory", level = 2 });
        var page = await OpenAsync(company.Address, "/people/synchronization", company.Ada);
        var issues = page.GetByRole(AriaRole.Table, new() { Name = "Issues" }).Locator("tbody tr");
        await Expect(issues).ToContainTextAsync("payroll", new() { Timeout = Patience });
        await page.GetByText("Conflicts", new() { Exact = true }).ClickAsync();
        await Expect(issues).ToHaveCountAsync(1);
        await Expect(issues).ToContainTextAsync("n-1");

        await issues.GetByRole(AriaRole.Button, new() { Name = "Join as one" }).ClickAsync();

        await Expect(page.GetByText("It is settled")).ToBeVisibleAsync();
        await Expect(page.Heading("Nothing to look at")).ToBeVisibleAsync();
        var joined = await company.AgentAsync(agent => agent.GetProperty("sources").GetArrayLength() == 2);
        Assert.Equal(first.GetProperty("id").GetString(), joined.GetProperty("id").GetString());

        // From now on either source speaks of this one person.
        await company.SayAsync("Kimberly");
        await company.AgentAsync(agent => agent.GetProperty("first_name").GetString() == "Kimberly");
        await page.CloseAsync(); // before its node ends
    }
}
