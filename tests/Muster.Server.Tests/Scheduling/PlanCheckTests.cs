using System.Text.Json;
using System.Text.Json.Nodes;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Scheduling;

/// <summary>Whether the rules of a work plan can be kept is told before it is saved.</summary>
public sealed class PlanCheckTests
{
    [Fact]
    public async Task Rules_that_no_roster_keeps_together_are_told_as_the_smallest_set()
    {
        await using var stage = await BuildStage.SetAsync();

        var fine = await CheckAsync(stage, new { });
        Assert.True(fine.GetProperty("is_possible").GetBoolean(), fine.ToString());

        // Each rule by itself allows 40 hours: the days, the rest, the weekends. Together they do not.
        var weekends = await CheckAsync(stage, new
        {
            weekdays = new[] { "monday", "tuesday", "wednesday", "saturday", "sunday" },
            max_weekends_in_four = 1,
        });
        Assert.False(weekends.GetProperty("is_possible").GetBoolean());
        var told = weekends.GetProperty("findings").ToString();
        Assert.Contains("these rules cannot all be kept", told, StringComparison.Ordinal);
        Assert.Contains("weekends", told, StringComparison.Ordinal);
        Assert.Contains("Maybe change this one", told, StringComparison.Ordinal);

        var lengths = await CheckAsync(stage, new { paid_minutes_per_week = new { min = 2430, max = 2430 } });
        Assert.False(lengths.GetProperty("is_possible").GetBoolean());

        var shifts = await CheckAsync(stage, new
        {
            shift_minutes = new { min = 480, max = 525 },
            shift_length_step_minutes = 30,
            paid_minutes_per_day = new { min = 490, max = 495 },
            paid_minutes_per_week = new { min = 2400, max = 2500 },
        });
        Assert.Contains("No shift of 480 to 525 minutes", shifts.GetProperty("findings").ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weeks_that_begin_on_Sunday_are_whole_weeks()
    {
        await using var stage = await BuildStage.SetAsync();
        await stage.ChangeAsync(
            $"/organization/business-units/{stage.Demand.Unit}", new { week_start = "sunday" });

        var fine = await CheckAsync(stage, new { });

        Assert.True(fine.GetProperty("is_possible").GetBoolean(), fine.ToString());
    }

    [Fact]
    public async Task Fields_that_do_not_go_together_are_named_and_nothing_is_saved()
    {
        await using var stage = await BuildStage.SetAsync();

        var verdict = await CheckAsync(stage, new { working_days_per_week = new { min = 4, max = 4 } });

        Assert.Equal(
            ["paid_minutes_per_week.min", "paid_minutes_per_day.max"],
            verdict.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()));
        Assert.Single((await stage.Client.GetAsync("/organization/work-plans")).Is(OK).Items);
        (await stage.Client.PostAsync("/organization/work-plans/check", new { name = "x" })).Is(BadRequest);
    }

    private static async Task<JsonElement> CheckAsync(BuildStage stage, object more)
    {
        var plan = JsonNode.Parse((await stage.Client.GetAsync($"/organization/work-plans/{stage.Plan}")).Is(OK).Text)!
            .AsObject();
        foreach (var known in (string[])["id", "version", "removed_at"])
        {
            plan.Remove(known);
        }

        foreach (var (field, value) in JsonSerializer.SerializeToNode(more)!.AsObject())
        {
            plan[field] = value?.DeepClone();
        }

        return (await stage.Client.PostAsync("/organization/work-plans/check", plan)).Is(OK).Body;
    }
}
