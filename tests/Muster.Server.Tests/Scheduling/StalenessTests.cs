using Microsoft.Extensions.DependencyInjection;
using Muster.Server.Scheduling;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Scheduling;

/// <summary>Whether a build is still of what it was built from.</summary>
public sealed class StalenessTests
{
    [Fact]
    public async Task Which_part_of_the_input_has_changed_is_told()
    {
        await using var stage = await BuildStage.SetAsync();
        await stage.HireAsync("1");
        var skill = await stage.Demand.MakeAsync("skills", new { name = "Loans", tenant_id = stage.Demand.Tenant });
        var id = await stage.AskAsync();
        await stage.EndedAsync(id);
        Assert.Empty(await ChangedAsync(stage, id));

        // What does not count changes nothing.
        await stage.ChangeAsync($"/organization/management-units/{stage.Unit}", new { name = "Far north" });
        Assert.Empty(await ChangedAsync(stage, id));

        await stage.ChangeAsync($"/organization/work-plans/{stage.Plan}", new { min_rest_minutes = 720 });
        Assert.Equal(["work_plans"], await ChangedAsync(stage, id));
        await stage.ChangeAsync($"/organization/work-plans/{stage.Plan}", new { min_rest_minutes = 660 });
        Assert.Empty(await ChangedAsync(stage, id));

        var part = $"/forecasts/{stage.Forecast}/groups/{stage.Demand.Group}";
        await stage.ChangeAsync(part, new { staffing = new { shrinkage_percent = 50 } });
        Assert.Equal(["requirement"], await ChangedAsync(stage, id));

        await stage.ChangeAsync($"/organization/planning-groups/{stage.Demand.Group}", new
        {
            required_skills = new[] { new { skill_id = skill, minimum_level = 1 } },
        });
        Assert.Equal(["people", "work_plans", "requirement"], await ChangedAsync(stage, id));
    }

    [Fact]
    public async Task A_look_at_a_build_reads_its_input_only_when_something_has_changed()
    {
        await using var stage = await BuildStage.SetAsync();
        await stage.HireAsync("1");
        await stage.Demand.MakeAsync(
            "management-units", new { name = "South", business_unit_id = stage.Demand.Unit });
        var id = await stage.AskAsync();
        await stage.EndedAsync(id);
        var staleness = stage.Demand.Node.Host.Services.GetRequiredService<BuildStaleness>();

        await ChangedAsync(stage, id);
        var reads = staleness.Reads;
        for (var look = 0; look < 5; look++)
        {
            await ChangedAsync(stage, id);
        }

        Assert.Equal(reads, staleness.Reads);
        await stage.HireAsync("2");
        Assert.Equal(["people"], await ChangedAsync(stage, id));
        Assert.Equal(reads + 1, staleness.Reads);
    }

    private static async Task<List<string>> ChangedAsync(BuildStage stage, Guid build) =>
        [.. (await stage.Client.GetAsync($"/builds/{build}")).Is(OK).Body.GetProperty("units").EnumerateArray()
            .First(unit => unit.GetProperty("management_unit_id").GetGuid() == stage.Unit)
            .GetProperty("changed").EnumerateArray().Select(part => part.GetString()!)];
}
