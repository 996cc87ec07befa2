using System.Text.Json;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Scheduling;

public sealed class BuildsTests
{
    private const int MinutesOfDay = 24 * 60;

    [Fact]
    public async Task A_build_schedules_everybody_by_the_rules_of_their_work_plan()
    {
        await using var stage = await BuildStage.SetAsync();
        var agents = new List<Guid>();
        for (var number = 0; number < 12; number++)
        {
            agents.Add(await stage.HireAsync($"{number}"));
        }

        var id = await stage.AskAsync();
        var build = await stage.EndedAsync(id);

        Assert.Equal("done", BuildStage.StateOf(build));
        var unit = Assert.Single(build.GetProperty("units").EnumerateArray());
        Assert.Equal(0, unit.GetProperty("breaches").GetInt64());
        Assert.False(unit.GetProperty("is_stale").GetBoolean());
        Assert.True(unit.GetProperty("progress").GetArrayLength() > 0);
        var schedule = (await stage.Client.GetAsync($"/builds/{id}/units/{stage.Unit}/schedule")).Is(OK).Body;
        var found = schedule.GetProperty("agents").EnumerateArray().ToList();
        Assert.Equal(agents.Order(), found.Select(agent => agent.GetProperty("id").GetGuid()).Order());
        Assert.All(found, agent => Assert.All(ShiftsOf(agent).GroupBy(shift => shift[0] / 7), week =>
        {
            Assert.Equal(5, week.Count());
            Assert.All(week, shift => Assert.Equal(510, shift[2]));
            Assert.All(week, shift => Assert.InRange(shift[1], 7 * 60, (20 * 60) - 510));
            Assert.All(week, shift => Assert.Equal(shift[2], Minutes(shift)));
        }));
        Assert.True(unit.GetProperty("progress").EnumerateArray().Last().GetProperty("covered").GetDouble() > 0.5);
    }

    [Fact]
    public async Task A_build_of_an_input_that_has_changed_says_so()
    {
        await using var stage = await BuildStage.SetAsync();
        await stage.HireAsync("1");
        var id = await stage.AskAsync();
        await stage.EndedAsync(id);

        await stage.HireAsync("2");

        var build = await stage.UntilAsync(id, _ => true);
        Assert.True(build.GetProperty("units")[0].GetProperty("is_stale").GetBoolean());
    }

    [Fact]
    public async Task Who_cannot_be_scheduled_is_named_and_the_others_are()
    {
        await using var stage = await BuildStage.SetAsync();
        await stage.HireAsync("Able");
        await stage.HireAsync("Planless", null);

        var build = await stage.EndedAsync(await stage.AskAsync());

        Assert.Equal("done", BuildStage.StateOf(build));
        var findings = build.GetProperty("units")[0].GetProperty("findings").ToString();
        Assert.Contains(
            "Without a work plan, and so not scheduled: Agent Planless", findings, StringComparison.Ordinal);
        Assert.Contains("hours are required", findings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_can_be_stopped_with_the_best_or_cancelled_with_nothing()
    {
        await using var stage = await BuildStage.SetAsync();
        await stage.HireAsync("1");
        var stopped = await stage.AskAsync(new { seconds = 3600 });
        await stage.UntilAsync(
            stopped, build => build.GetProperty("units")[0].GetProperty("cost").ValueKind == JsonValueKind.Number);

        (await stage.Client.PostAsync($"/builds/{stopped}/stop", null)).Is(OK);
        var cancelled = await stage.AskAsync(new { seconds = 3600 });
        (await stage.Client.PostAsync($"/builds/{cancelled}/cancel", null)).Is(OK);

        Assert.Equal("done", BuildStage.StateOf(await stage.EndedAsync(stopped)));
        Assert.Equal("cancelled", BuildStage.StateOf(await stage.EndedAsync(cancelled)));
        (await stage.Client.PostAsync($"/builds/{stopped}/cancel", null)).Is(Conflict);
        var refused = (await stage.Client.PostAsync("/schedules/drafts", new
        {
            management_unit_id = stage.Unit,
            name = "March",
            build_id = cancelled,
        })).Is(BadRequest);
        Assert.Contains("names a build that was cancelled", refused.Text, StringComparison.Ordinal);
        (await stage.Client.DeleteAsync($"/builds/{stopped}")).Is(NoContent);
        (await stage.Client.GetAsync($"/builds/{stopped}")).Is(NotFound);
    }

    [Fact]
    public async Task What_is_wrong_with_a_build_is_said_before_it_begins()
    {
        await using var stage = await BuildStage.SetAsync();

        await RefusedAsync(stage, new { first_day = "2026-03-03" }, "first_day");
        await RefusedAsync(stage, new { forecast_id = Guid.NewGuid() }, "forecast_id");
        await RefusedAsync(stage, new { management_unit_ids = new[] { Guid.NewGuid() } }, "management_unit_ids");
        await RefusedAsync(stage, new { weeks = 0 }, "weeks");
        await RefusedAsync(stage, new { seconds = 0 }, "seconds");
        (await stage.Client.PostAsync("/builds", stage.Build(new { business_unit_id = Guid.NewGuid() }))).Is(NotFound);
    }

    [Fact]
    public async Task The_pool_is_told_of()
    {
        await using var stage = await BuildStage.SetAsync();

        var pool = (await stage.Client.GetAsync("/builders")).Is(OK).Items;

        Assert.True(Assert.Single(pool).GetProperty("slots").GetInt32() > 0);
    }

    private static async Task RefusedAsync(BuildStage stage, object more, string field) => Assert.Equal(
        field, Assert.Single((await stage.Client.PostAsync("/builds", stage.Build(more))).Is(BadRequest).Fields));

    private static List<int[]> ShiftsOf(JsonElement agent) =>
        [.. agent.GetProperty("shifts").EnumerateArray()
            .Select(shift => shift.EnumerateArray().Select(number => number.GetInt32()).ToArray())];

    private static int Minutes(int[] shift) =>
        shift.Skip(3).Chunk(2).Sum(activity => activity[1]) is var all and <= MinutesOfDay ? all : -1;
}
