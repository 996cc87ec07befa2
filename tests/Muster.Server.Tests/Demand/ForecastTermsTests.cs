using System.Net;
using System.Text.Json;

namespace Muster.Server.Tests.Demand;

/// <summary>By which groups and goals forecasts are made and staffed, and what is said where there is none.</summary>
public sealed class ForecastTermsTests
{
    private static readonly DateOnly Begin = new(2026, 3, 2);

    [Fact]
    public async Task A_goal_that_no_number_of_agents_meets_is_one_error_of_the_goal()
    {
        await using var stage = await DemandStage.SetAsync();
        await stage.TellAsync(Begin, 4);
        var goal = await GoalAsync(stage, stage.Unit, 100);
        var forecast = await stage.ForecastAsync();

        var answer = await stage.Client.GetAsync($"{stage.PathOf(forecast)}/requirement?service_goal_id={goal}");

        Assert.Equal(["service_goal_id"], answer.Is(HttpStatusCode.BadRequest).Fields);
    }

    [Fact]
    public async Task Only_a_goal_in_use_of_the_own_unit_is_a_term()
    {
        await using var stage = await DemandStage.SetAsync();
        await stage.TellAsync(Begin, 4);
        var own = await GoalAsync(stage, stage.Unit, 80);
        var gone = await GoalAsync(stage, stage.Unit, 80);
        (await stage.Client.DeleteAsync($"/organization/service-goals/{gone}", ("If-Match", "\"1\"")))
            .Is(HttpStatusCode.OK);
        var forecast = await stage.ForecastAsync();

        foreach (var wrong in new[] { gone, Guid.NewGuid() })
        {
            var keep = await ChangeAsync(stage, forecast, new { service_goal_id = wrong });
            var ask = await stage.Client.GetAsync($"{stage.PathOf(forecast)}/requirement?service_goal_id={wrong}");
            Assert.Equal(["service_goal_id"], keep.Is(HttpStatusCode.BadRequest).Fields);
            Assert.Equal(["service_goal_id"], ask.Is(HttpStatusCode.BadRequest).Fields);
        }

        (await ChangeAsync(stage, forecast, new { service_goal_id = own })).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_if_can_leave_out_what_is_kept()
    {
        await using var stage = await DemandStage.SetAsync();
        await stage.TellAsync(Begin, 4);
        var goal = await GoalAsync(stage, stage.Unit, 95);
        var forecast = await stage.ForecastAsync();
        (await ChangeAsync(
            stage, forecast, new { service_goal_id = goal, patience_seconds = 30, handle_seconds = 400 }))
            .Is(HttpStatusCode.OK);

        var asked = (await stage.Client.GetAsync(
            $"{stage.PathOf(forecast)}/requirement?service_goal_id=&patience_seconds=&handle_seconds="))
            .Is(HttpStatusCode.OK).Body.GetProperty("terms");

        foreach (var term in new[] { "service_goal_id", "patience_seconds", "handle_seconds" })
        {
            Assert.Equal(JsonValueKind.Null, asked.GetProperty(term).ValueKind);
        }
    }

    [Fact]
    public async Task A_removed_group_is_not_forecast_any_more()
    {
        await using var stage = await DemandStage.SetAsync();
        await stage.TellAsync(Begin, 4);
        var gone = await stage.MakeGroupAsync("Gone", DemandStage.Queue);
        (await stage.Client.DeleteAsync($"/organization/planning-groups/{gone}", ("If-Match", "\"1\"")))
            .Is(HttpStatusCode.OK);

        var forecast = await stage.ForecastAsync();

        var group = Assert.Single(forecast.GetProperty("planning_group_ids").EnumerateArray());
        Assert.Equal(stage.Group, group.GetGuid());
    }

    [Fact]
    public async Task A_cancelled_forecast_does_not_say_that_it_is_still_to_come()
    {
        await using var stage = await DemandStage.SetAsync();
        await stage.TellAsync(Begin, 4);
        var forecast = await stage.ForecastAsync();
        await stage.Node.Database.ScalarAsync("""
            UPDATE forecast_group SET machine = NULL;
            UPDATE forecast SET state = 'cancelled'
            """);

        var asked = await stage.Client.GetAsync($"{stage.PathOf(forecast)}/requirement");
        var layered = await stage.Client.PatchAsync(
            stage.PathOf(forecast), new { layers = Array.Empty<object>() }, ("If-Match", "\"2\""));

        Assert.Contains("cancelled", asked.Is(HttpStatusCode.Conflict).Detail, StringComparison.Ordinal);
        Assert.Contains("cancelled", layered.Is(HttpStatusCode.Conflict).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handle_times_of_the_days_that_are_forecast_are_not_known_yet()
    {
        await using var stage = await DemandStage.SetAsync();
        await stage.TellAsync(Begin, 4);
        await stage.Node.Database.ScalarAsync(
            "UPDATE history_interval SET handle_seconds = offered * 900 WHERE at >= '2026-03-23'");

        var part = await stage.PartAsync(await stage.ForecastAsync(new { first_day = "2026-03-23" }));

        Assert.InRange(part.GetProperty("handle_seconds")[10].GetDouble(), 199, 201);
        Assert.Equal("2026-03-23", part.GetProperty("days")[0].GetProperty("date").GetString());
    }

    [Fact]
    public async Task Forecasts_are_listed_by_pages()
    {
        await using var stage = await DemandStage.SetAsync();
        var asked = new List<string>();
        for (var number = 0; number < 3; number++)
        {
            asked.Add((await stage.AskAsync()).GetProperty("id").GetString()!);
        }

        var path = $"/forecasts?business_unit_id={stage.Unit}&limit=2";
        var first = (await stage.Client.GetAsync(path)).Is(HttpStatusCode.OK);
        var next = (await stage.Client.GetAsync($"{path}&cursor={first.At("next_cursor")}")).Is(HttpStatusCode.OK);

        Assert.Equal(
            asked.AsEnumerable().Reverse(),
            first.Items.Concat(next.Items).Select(forecast => forecast.GetProperty("id").GetString()!));
        Assert.Equal(JsonValueKind.Null, next.Body.GetProperty("next_cursor").ValueKind);
    }

    private static Task<TestAnswer> ChangeAsync(DemandStage stage, JsonElement forecast, object staffing) =>
        stage.Client.PatchAsync(stage.PathOf(forecast), new { staffing }, ("If-Match", "\"2\""));

    private static async Task<Guid> GoalAsync(DemandStage stage, Guid unit, int percent) =>
        (await stage.Client.PostAsync("/organization/service-goals", new
        {
            name = $"{percent} in 20",
            business_unit_id = unit,
            answer_percent = percent,
            answer_within_seconds = 20,
        })).Is(HttpStatusCode.Created).Body.GetProperty("id").GetGuid();
}
