using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Muster.Browser.Tests.People;

public sealed class OrganizationTests(Chromium chromium, DemoNode demo) : DemoTest(chromium, demo)
{
    [Fact]
    public async Task A_business_unit_is_created_with_a_zone_found_by_its_name()
    {
        var company = await Company.FoundAsync(await Demo.SessionAsync("ada"));
        var page = await OpenAsAsync("paul", $"/people/organization?item={company.Tenant}");
        await page.Button("New business unit").ClickAsync();

        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "New business unit" });
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).WriteAsync("Nepal");
        await dialog.GetByLabel("Time zone").First.WriteAsync("kathm");
        await page.GetByRole(AriaRole.Option, new() { Name = "Asia/Kathmandu" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Create business unit" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Treeitem, new() { Name = "Nepal, business unit", Selected = true }))
            .ToBeVisibleAsync();
        await Expect(page.Heading("Nepal")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_site_is_assigned_to_the_management_unit_that_plans_it()
    {
        var ada = await Demo.SessionAsync("ada");
        var company = await Company.FoundAsync(ada);
        await Company.MakeAsync(ada, "sites", new { name = "Docks", tenant_id = company.Tenant });
        var page = await OpenAsAsync("ada", $"/people/organization?item={company.Tenant}");
        await Expect(Row(page, "Sites", "Docks")).ToContainTextAsync("unassigned");

        await page.Button("Docks").ClickAsync();
        await page.GetByLabel("Planned in").First.ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = $"{company.Name} Berlin" }).ClickAsync();
        await page.Button("Save").Last.ClickAsync();

        await Expect(Row(page, "Sites", "Docks")).ToContainTextAsync($"{company.Name} Berlin");
    }

    [Fact]
    public async Task A_contradiction_in_a_work_plan_stands_beside_both_fields_until_it_is_mended()
    {
        var ada = await Demo.SessionAsync("ada");
        var company = await Company.FoundAsync(ada);
        var page = await OpenAsAsync("paul", $"/people/work-plans?search={company.Name}&new=work-plans");
        Watch.Provoke("status of 400");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "New work plan" });
        await dialog.GetByLabel("Business unit").First.WriteAsync(company.Name);
        await page.GetByRole(AriaRole.Option, new() { Name = $"{company.Name} Service" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).WriteAsync("Full time");
        var rest = dialog.GetByRole(AriaRole.Textbox, new() { Name = "Rest between shifts, min" });
        var shortest = dialog.GetByRole(AriaRole.Textbox, new() { Name = "Length of a shift, min, at least" });

        await rest.WriteAsync("1200");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Create work plan" }).ClickAsync();

        await Expect(rest).ToBeFocusedAsync();
        await Expect(rest).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(shortest).ToHaveAttributeAsync("aria-invalid", "true");
        await rest.WriteAsync("660");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Create work plan" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(Row(page, "Work plans", "Full time")).ToContainTextAsync("Mon–Sun");
    }

    private static ILocator Row(IPage page, string table, string name) => page
        .GetByRole(AriaRole.Table, new() { Name = table }).Locator("tbody tr").Filter(new() { HasText = name });
}
