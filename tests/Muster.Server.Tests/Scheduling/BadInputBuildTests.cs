using System.Text.Json;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Scheduling;

/// <summary>Whatever is wrong with the input is told by name, and the best schedule is built all the same.</summary>
public sealed class BadInputBuildTests
{
    [Fact]
    public async Task Rules_that_contradict_are_named_and_broken_as_little_as_can_be()
    {
        await using var stage = await BuildStage.SetAsync();
        await stage.HireAsync("Able");
        await stage.HireAsync("Torn", await stage.PlanAsync("Weekends", new
        {
            weekdays = new[] { "monday", "tuesday", "wednesday", "saturday", "sunday" },
            max_weekends_in_four = 0,
        }));

        var id = await stage.AskAsync();
        var unit = (await stage.EndedAsync(id)).GetProperty("units")[0];

        Assert.True(unit.GetProperty("breaches").GetInt64() > 0);
        var findings = unit.GetProperty("findings").ToString();
        Assert.Contains("Agent Torn: these rules cannot all be kept", findings, StringComparison.Ordinal);
        Assert.DoesNotContain("Agent Able:", findings, StringComparison.Ordinal);
        Assert.Equal(2, (await stage.ShiftsAsync(id)).Keys.Select(cell => cell.Agent).Distinct().Count());
    }

    [Fact]
    public async Task Where_nobody_is_required_the_rules_are_kept_and_it_is_said()
    {
        await using var stage = await BuildStage.SetAsync();
        await stage.HireAsync("1");

        // The forecast ends before these weeks.
        var id = await stage.AskAsync(new { first_day = "2026-05-04" });
        var build = await stage.EndedAsync(id);

        Assert.Equal("done", BuildStage.StateOf(build));
        Assert.Contains("Nobody is required in these weeks.",
            build.GetProperty("units")[0].GetProperty("findings").ToString(), StringComparison.Ordinal);
        Assert.Equal(10, (await stage.ShiftsAsync(id)).Count);
    }

    [Fact]
    public async Task A_requirement_of_many_times_the_staff_is_told_and_spread()
    {
        await using var stage = await BuildStage.SetAsync();
        await stage.HireAsync("1");
        var unit = (await stage.EndedAsync(await stage.AskAsync())).GetProperty("units")[0];

        Assert.Equal(0, unit.GetProperty("breaches").GetInt64());
        Assert.Contains("times what these people may work", unit.GetProperty("findings").ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_the_skills_of_no_group_is_named_and_the_others_are_scheduled()
    {
        await using var stage = await BuildStage.SetAsync();
        await stage.HireAsync("Unskilled");
        var skill = await stage.Demand.MakeAsync("skills", new { name = "Loans", tenant_id = stage.Demand.Tenant });
        await stage.ChangeAsync($"/organization/planning-groups/{stage.Demand.Group}", new
        {
            required_skills = new[] { new { skill_id = skill, minimum_level = 1 } },
        });

        var build = await stage.EndedAsync(await stage.AskAsync());

        Assert.Equal("done", BuildStage.StateOf(build));
        var findings = build.GetProperty("units")[0].GetProperty("findings").ToString();
        Assert.Contains("With the skills of no planning group, and so not scheduled: Agent Unskilled.", findings,
            StringComparison.Ordinal);
        Assert.Contains("There is nobody to be scheduled.", findings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_week_with_a_day_of_23_hours_is_told_and_has_as_many_intervals_as_happen()
    {
        await using var stage = await BuildStage.SetAsync();
        await stage.HireAsync("1");

        var id = await stage.AskAsync(new { first_day = "2026-03-23", weeks = 1 });
        var unit = (await stage.EndedAsync(id)).GetProperty("units")[0];

        Assert.Equal(0, unit.GetProperty("breaches").GetInt64());
        Assert.Contains("Sun 2026-03-29 has 23 hours", unit.GetProperty("findings").ToString(),
            StringComparison.Ordinal);
        var schedule = (await stage.Client.GetAsync($"/builds/{id}/units/{stage.Unit}/schedule")).Is(OK).Body;
        Assert.Equal(
            ((7 * 24) - 1) * 60,
            schedule.GetProperty("required")[0].GetArrayLength() * schedule.GetProperty("interval_minutes").GetInt32());
        Assert.Equal(JsonValueKind.Array, schedule.GetProperty("clock_changes").ValueKind);
    }
}
