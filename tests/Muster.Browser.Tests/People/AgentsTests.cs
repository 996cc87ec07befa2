using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.People;

public sealed class AgentsTests(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    [Fact]
    public async Task A_person_is_found_by_name_and_opened()
    {
        var ada = await Demo.SessionAsync("ada");
        var company = await Company.FoundAsync(ada);
        await company.HireAsync(ada, "Zora");
        var page = await OpenAsAsync("paul", "/people/agents");

        await page.GetByRole(AriaRole.Searchbox).WriteAsync($"Zora {company.Name}");
        await page.Button($"{company.Name}, Zora").ClickAsync();

        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = $"Zora {company.Name}" })).ToBeVisibleAsync();
        await Expect(page.Field("First name")).ToHaveValueAsync("Zora");
    }

    [Fact]
    public async Task Many_are_moved_into_a_team_at_once()
    {
        var ada = await Demo.SessionAsync("ada");
        var company = await Company.FoundAsync(ada);
        var team = $"{company.Name} Early";
        await Company.MakeAsync(ada, "teams", new { name = team, management_unit_id = company.Part });
        await company.HireAsync(ada, "Ann");
        await company.HireAsync(ada, "Bo");
        var page = await OpenAsAsync("paul", $"/people/agents?search={company.Name}");

        await page.Button("Select all 2").ClickAsync();
        await Expect(page.GetByText("2 of 2 agents selected")).ToBeVisibleAsync();
        await page.Button("Edit selected").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Edit 2 agents" });
        await dialog.GetByLabel("Team").First.WriteAsync(team);
        await page.GetByRole(AriaRole.Option, new() { Name = team }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();

        await Expect(dialog).ToContainTextAsync("2 changed");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = team })).ToHaveCountAsync(2);
    }
}
