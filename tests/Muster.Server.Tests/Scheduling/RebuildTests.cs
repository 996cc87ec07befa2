using System.Text.Json;
using System.Text.Json.Nodes;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Scheduling;

/// <summary>Chosen agents and days of an earlier build are built anew, and what was worked before is known.</summary>
public sealed class RebuildTests
{
    private const int People = 4;

    [Fact]
    public async Task Only_what_is_chosen_and_not_locked_is_built_anew()
    {
        await using var stage = await BuildStage.SetAsync();
        var agents = await HireAsync(stage);
        var earlier = await DoneAsync(stage);
        var before = await stage.ShiftsAsync(earlier);
        await stage.ChangeAsync(
            $"/organization/work-plans/{stage.Plan}", new { earliest_start = "10:00", latest_stop = "18:30" });

        // The second week of one, but for a day that is locked.
        var kept = before.Keys.First(cell => cell.Agent == agents[0] && cell.Day >= 7).Day;
        var rebuilt = await DoneAsync(stage, Rebuild(earlier, new
        {
            agent_ids = new[] { agents[0] },
            days = Enumerable.Range(7, 7).Select(Day),
            locked = new[] { new { agent_id = agents[0], day = Day(kept) } },
        }));

        var after = await stage.ShiftsAsync(rebuilt);
        Assert.Equal(before.Count, after.Count);
        Assert.All(before.Where(cell => cell.Key.Agent != agents[0] || cell.Key.Day < 7 || cell.Key.Day == kept),
            cell => Assert.Equal(cell.Value, after[cell.Key]));
        Assert.All(after.Where(cell => cell.Key.Agent == agents[0] && cell.Key.Day >= 7 && cell.Key.Day != kept),
            cell => Assert.Equal(10 * 60, cell.Value[1]));
    }

    [Fact]
    public async Task Who_is_new_and_not_chosen_is_left_out_and_named()
    {
        await using var stage = await BuildStage.SetAsync();
        var agents = await HireAsync(stage);
        var earlier = await DoneAsync(stage);
        await stage.HireAsync("Fresh");

        var id = await DoneAsync(stage, Rebuild(earlier, new { agent_ids = new[] { agents[1] } }));

        var unit = (await stage.UntilAsync(id, _ => true)).GetProperty("units")[0];
        Assert.Contains("New since the earlier build, and not chosen: Agent Fresh.",
            unit.GetProperty("findings").ToString(), StringComparison.Ordinal);
        Assert.Equal(People, (await stage.ShiftsAsync(id)).Keys.Select(cell => cell.Agent).Distinct().Count());
    }

    [Fact]
    public async Task A_rebuild_begins_from_the_earlier_schedule_and_is_never_worse()
    {
        await using var stage = await BuildStage.SetAsync();
        var agents = await HireAsync(stage);
        var earlier = await DoneAsync(stage);

        var id = await DoneAsync(stage, Rebuild(earlier, new { agent_ids = agents }));

        Assert.True(await CostAsync(stage, id) <= await CostAsync(stage, earlier));
    }

    [Fact]
    public async Task What_is_wrong_with_a_rebuild_is_said_before_it_begins()
    {
        await using var stage = await BuildStage.SetAsync();
        var agents = await HireAsync(stage);
        var earlier = await DoneAsync(stage);
        var waiting = await stage.AskAsync(new { seconds = 3600 });

        await RefusedAsync(stage, Rebuild(Guid.NewGuid(), new { }), "rebuild.build_id");
        await RefusedAsync(stage, Rebuild(waiting, new { }), "rebuild.build_id");
        await RefusedAsync(stage, Rebuild(earlier, new { agent_ids = Array.Empty<Guid>() }), "rebuild.agent_ids");
        await RefusedAsync(stage, Rebuild(earlier, new { agent_ids = new[] { Guid.NewGuid() } }), "rebuild.agent_ids");
        await RefusedAsync(stage, Rebuild(earlier, new { days = Array.Empty<string>() }), "rebuild.days");
        await RefusedAsync(stage, Rebuild(earlier, new { days = new[] { "2026-03-16" } }), "rebuild.days[0]");
        await RefusedAsync(stage, Rebuild(earlier, new
        {
            locked = new[] { new { agent_id = agents[0], day = "2026-03-01" } },
        }), "rebuild.locked[0].day");
        await RefusedAsync(stage, Rebuild(earlier, new
        {
            locked = new[] { new { agent_id = Guid.NewGuid(), day = Day(0) } },
        }), "rebuild.locked");
        await RefusedAsync(stage, Rebuild(earlier, new { }, new { weeks = 1 }), "weeks");
        await RefusedAsync(stage, new { history_of = earlier }, "history_of");
        await RefusedAsync(stage, new { history_of = waiting, first_day = Day(14) }, "history_of");
        (await stage.Client.PostAsync($"/builds/{waiting}/cancel", null)).Is(OK);
    }

    [Fact]
    public async Task A_rebuild_of_a_build_that_is_removed_before_it_begins_says_so()
    {
        await using var stage = await BuildStage.SetAsync("Builder:Slots=1");
        await HireAsync(stage);
        var earlier = await DoneAsync(stage);
        var busy = await stage.AskAsync(new { seconds = 3600 });
        await stage.UntilAsync(busy, build => BuildStage.StateOf(build) == "running");

        var id = await stage.AskAsync(Rebuild(earlier, new { }));
        (await stage.Client.DeleteAsync($"/builds/{earlier}")).Is(NoContent);
        (await stage.Client.PostAsync($"/builds/{busy}/cancel", null)).Is(OK);

        var build = await stage.EndedAsync(id);
        Assert.Equal("failed", BuildStage.StateOf(build));
        Assert.Contains("The earlier build is gone", build.GetProperty("build").GetProperty("sentence").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_in_a_row_go_on_from_the_build_before()
    {
        await using var stage = await BuildStage.SetAsync();
        await HireAsync(stage, await stage.PlanAsync("Weekend", new
        {
            weekdays = new[] { "wednesday", "thursday", "friday", "saturday", "sunday" },
            max_consecutive_days = 5,
        }));
        var earlier = await DoneAsync(stage);
        var plans = (await stage.Client.GetAsync("/organization/work-plans")).Is(OK).Items;
        var plan = plans.First(one => one.GetProperty("name").GetString() == "Weekend").GetProperty("id").GetGuid();
        await stage.ChangeAsync($"/organization/work-plans/{plan}", new
        {
            weekdays = new[] { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday" },
        });

        var next = new { first_day = Day(14), weeks = 1 };
        var alone = await stage.ShiftsAsync(await DoneAsync(stage, next));
        var joined = await stage.ShiftsAsync(
            await DoneAsync(stage, new { first_day = Day(14), weeks = 1, history_of = earlier }));

        Assert.Contains(alone.Keys, cell => cell.Day == 0);
        Assert.DoesNotContain(joined.Keys, cell => cell.Day == 0);
        Assert.Equal(alone.Count, joined.Count);
    }

    [Fact]
    public async Task Days_in_a_row_go_on_from_what_is_published()
    {
        await using var stage = await BuildStage.SetAsync();
        await HireAsync(stage, await stage.PlanAsync("Weekend", new
        {
            weekdays = new[] { "wednesday", "thursday", "friday", "saturday", "sunday" },
            max_consecutive_days = 5,
        }));
        await stage.Demand.MakeAsync("activity-codes", new
        {
            name = "Phone",
            business_unit_id = stage.Demand.Unit,
            category = "on_queue",
            paid = true,
            counts_as_work = true,
            colour = "#2f7d4f",
        });
        var earlier = await DoneAsync(stage);
        var draft = (await stage.Client.PostAsync("/schedules/drafts", new
        {
            management_unit_id = stage.Unit,
            name = "From the build",
            build_id = earlier,
        })).Is(Created).Body;
        Assert.Equal(14, draft.GetProperty("days").GetInt32());
        var published = (await stage.Client.PostAsync(
            "/schedules/publish", new { schedule_id = draft.GetProperty("id").GetGuid() })).Is(OK).Body;
        Assert.True(published.GetProperty("agent_days").GetInt32() > 0);
        var plans = (await stage.Client.GetAsync("/organization/work-plans")).Is(OK).Items;
        var plan = plans.First(one => one.GetProperty("name").GetString() == "Weekend").GetProperty("id").GetGuid();
        await stage.ChangeAsync($"/organization/work-plans/{plan}", new
        {
            weekdays = new[] { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday" },
        });

        var joined = await stage.ShiftsAsync(await DoneAsync(stage, new { first_day = Day(14), weeks = 1 }));

        Assert.NotEmpty(joined);
        Assert.DoesNotContain(joined.Keys, cell => cell.Day == 0);
    }

    [Fact]
    public async Task Rest_counts_from_the_last_shift_of_the_build_before()
    {
        await using var stage = await BuildStage.SetAsync();
        var late = await stage.PlanAsync("Shift", new
        {
            weekdays = new[] { "wednesday", "thursday", "friday", "saturday", "sunday" },
            earliest_start = "13:00",
            latest_stop = "22:00",
        });
        await HireAsync(stage, late);
        var earlier = await DoneAsync(stage);
        await stage.ChangeAsync($"/organization/work-plans/{late}", new
        {
            weekdays = new[] { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday" },
            earliest_start = "05:00",
            latest_stop = "14:00",
        });

        var joined = await stage.ShiftsAsync(
            await DoneAsync(stage, new { first_day = Day(14), weeks = 1, history_of = earlier }));

        // From 21:30 or 22:00 to the latest start of 5:30 are less than 11 hours.
        Assert.DoesNotContain(joined.Keys, cell => cell.Day == 0);
    }

    private static string Day(int day) =>
        DateOnly.Parse(BuildStage.FirstDay, null).AddDays(day).ToString("yyyy-MM-dd", null);

    private static JsonObject Rebuild(Guid of, object what, object? more = null)
    {
        var rebuild = JsonSerializer.SerializeToNode(what)!.AsObject();
        rebuild["build_id"] = of;
        var body = JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        body["rebuild"] = rebuild;
        return body;
    }

    private static async Task<List<Guid>> HireAsync(BuildStage stage, Guid? plan = null)
    {
        var agents = new List<Guid>();
        for (var number = 0; number < People; number++)
        {
            agents.Add(await stage.HireAsync($"{number}", plan ?? stage.Plan));
        }

        return agents;
    }

    private static async Task<Guid> DoneAsync(BuildStage stage, object? more = null)
    {
        var id = await stage.AskAsync(more);
        Assert.Equal("done", BuildStage.StateOf(await stage.EndedAsync(id)));
        return id;
    }

    private static async Task<long> CostAsync(BuildStage stage, Guid build) =>
        (await stage.UntilAsync(build, _ => true)).GetProperty("units")[0].GetProperty("cost").GetInt64();

    private static async Task RefusedAsync(BuildStage stage, object more, string field) => Assert.Equal(
        field, Assert.Single((await stage.Client.PostAsync("/builds", stage.Build(more))).Is(BadRequest).Fields));
}
