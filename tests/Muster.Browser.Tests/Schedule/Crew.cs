using Muster.Browser.Tests.People;

namespace Muster.Browser.Tests.Schedule;

/// <summary>The people of a management unit who are scheduled: employed since January.</summary>
internal static class Crew
{
    private static readonly string[] Names =
        ["Ada", "Bo", "Cleo", "Dan", "Eva", "Finn", "Gus", "Hal", "Ida", "Jon", "Kai", "Lea"];

    /// <summary>So many with a work plan: Ada Holm, Bo Holm and so on.</summary>
    /// <returns>Their ids.</returns>
    public static async Task<IReadOnlyList<string>> HireAsync(
        ApiSession ada, Company company, PlanFigures figures, int agents)
    {
        var plan = await Company.MakeAsync(ada, "work-plans", new
        {
            name = "Full time",
            business_unit_id = company.Unit,
            paid_minutes_per_day = figures.PaidPerDay,
            paid_minutes_per_week = figures.PaidPerWeek,
            working_days_per_week = figures.DaysPerWeek,
            shift_minutes = figures.Shift,
            earliest_start = figures.Hours.Earliest,
            latest_stop = figures.Hours.Latest,
        });
        var hired = new List<string>();
        foreach (var name in Names.Take(agents))
        {
            hired.Add(await HireAsync(ada, company, name, plan));
        }

        return hired;
    }

    /// <param name="plan">The work plan; null: none.</param>
    /// <param name="userName">Whose schedule it is when they sign in.</param>
    public static async Task<string> HireAsync(
        ApiSession ada, Company company, string name, string? plan, string? userName = null)
    {
        var agent = new
        {
            first_name = name,
            last_name = "Holm",
            user_name = userName,
            management_unit_id = company.Part,
            work_plan_id = plan,
            from = "2026-01-01",
            reinstate_on = "2026-01-01",
        };
        return (await ada.PostAsync("/people", new { tenant_id = company.Tenant, agent }))
            .GetProperty("agent").GetProperty("id").GetString()!;
    }
}
