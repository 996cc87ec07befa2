using Muster.Browser.Tests.People;

namespace Muster.Browser.Tests.Adherence;

/// <summary>A business unit of one's own with rules: two states are mapped, lunch may begin late.</summary>
internal sealed record RulesStage(Company Company)
{
    public string Path => $"/adherence/rules?unit={Company.Unit}";

    public static async Task<RulesStage> SetAsync(ApiSession ada)
    {
        var company = await Company.FoundAsync(ada);
        var phone = await CodeAsync(ada, company, "Telephone", "on_queue");
        await CodeAsync(ada, company, "Lunch", "meal");
        await ada.PutAsync($"/adherence/rules/{company.Unit}/entries/always", 0, new
        {
            mappings = new[]
            {
                new { source = "acd", state = "Ready", counts_as = "on_queue" },
                new { source = "acd", state = "Lunch", counts_as = "meal" },
            },
            categories = new[] { new { category = "meal", terms = new { start_late_seconds = 120 } } },
            activities = new[] { new { activity_code_id = phone, terms = new { start_late_seconds = 60 } } },
        });
        return new RulesStage(company);
    }

    public static Task<string> CodeAsync(ApiSession ada, Company company, string name, string category) =>
        Company.MakeAsync(ada, "activity-codes", new
        {
            name,
            business_unit_id = company.Unit,
            category,
            paid = true,
            counts_as_work = true,
            colour = "#2f7d4f",
        });
}
