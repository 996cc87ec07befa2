using System.Text.Json;
using static System.Net.HttpStatusCode;
using static Muster.Server.Tests.Schedules.ScheduleStage;

namespace Muster.Server.Tests.Schedules;

/// <summary>What is said of conflicts before and at a publish, and how each is settled.</summary>
public sealed class SettleTests
{
    [Fact]
    public async Task Differences_name_whose_days_change_what_is_merged_and_what_is_in_the_way()
    {
        await using var stage = await SetAsync();
        var (ann, bob) = (await stage.HireAsync("Ann"), await stage.HireAsync("Bob"));
        var cleo = await stage.HireAsync("Cleo");
        (await stage.ChangeAsync(stage.Shift(ann, "09:00", 480), stage.Shift(bob, "09:00", 480))).Is(OK);
        var draft = await stage.DraftAsync();
        (await stage.EditAsync(
            draft, Add(ann, "inside", "12:00", 30, stage.Lunch), stage.Shift(bob, "10:00", 480),
            stage.Shift(cleo, "09:00", 480), stage.Shift(cleo, "09:00", 480, 1))).Is(OK);
        (await stage.ChangeAsync(
            Add(ann, "time_off", "15:00", 120, stage.Leave), stage.Shift(bob, "08:00", 480))).Is(OK);

        var all = (await stage.Client.GetAsync($"/schedules/drafts/{draft}/differences")).Is(OK).Body;

        Assert.Equal((3, 4), (all.GetProperty("agents").GetInt32(), all.GetProperty("agent_days").GetInt32()));
        Assert.Equal(
            ["Agent Ann 1", "Agent Bob 1", "Agent Cleo 2"],
            all.GetProperty("changes").EnumerateArray().Select(change =>
                $"{change.GetProperty("agent_name").GetString()} {change.GetProperty("days").GetArrayLength()}"));
        var merged = Assert.Single(all.GetProperty("merged").EnumerateArray());
        Assert.Equal("Agent Ann", merged.GetProperty("agent_name").GetString());
        Assert.Equal([2, 2, 3], [Count(merged, "draft"), Count(merged, "published"), Count(merged, "merged")]);
        var conflict = Assert.Single(all.GetProperty("conflicts").EnumerateArray());
        Assert.Equal("Agent Bob", conflict.GetProperty("agent_name").GetString());
        Assert.Contains(
            "Agent Bob on 2026-06-08", (await stage.PublishAsync(draft)).Is(Conflict).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_was_edited_and_set_back_is_no_difference()
    {
        await using var stage = await SetAsync();
        var ann = await stage.HireAsync("Ann");
        (await stage.ChangeAsync(stage.Shift(ann, "09:00", 480))).Is(OK);
        var draft = await stage.DraftAsync();
        (await stage.EditAsync(draft, stage.Shift(ann, "10:00", 480))).Is(OK);
        (await stage.EditAsync(draft, stage.Shift(ann, "09:00", 480))).Is(OK);

        var all = (await stage.Client.GetAsync($"/schedules/drafts/{draft}/differences")).Is(OK).Body;

        Assert.Equal(0, all.GetProperty("agent_days").GetInt32());
    }

    [Fact]
    public async Task A_conflict_is_left_out_and_stays_in_the_draft()
    {
        await using var stage = await SetAsync();
        var ann = await stage.HireAsync("Ann");
        var draft = await stage.DraftAsync();
        (await stage.EditAsync(draft, stage.Shift(ann, "09:00", 480), stage.Shift(ann, "09:00", 480, 1))).Is(OK);
        (await stage.ChangeAsync(stage.Shift(ann, "08:00", 480))).Is(OK);
        (await stage.PublishAsync(draft)).Is(Conflict);

        var published = (await stage.PublishAsync(draft, new { leave_out = Days(ann) })).Is(OK).Body;

        Assert.Equal(1, published.GetProperty("agent_days").GetInt32());
        Assert.Equal("work 08:00 480 Phone", await stage.ReadAsync(ann));
        Assert.Equal("work 09:00 480 Phone", await stage.ReadAsync(ann, 1));
        Assert.Equal("work 09:00 480 Phone", await stage.ReadAsync(ann, 0, $"&draft_id={draft}"));
        (await stage.PublishAsync(draft)).Is(Conflict);
    }

    [Fact]
    public async Task What_a_version_changed_is_taken_back_day_by_day_where_others_have_changed_it_since()
    {
        await using var stage = await SetAsync();
        var (ann, bob) = (await stage.HireAsync("Ann"), await stage.HireAsync("Bob"));
        (await stage.ChangeAsync(stage.Shift(ann, "09:00", 480), stage.Shift(bob, "09:00", 480))).Is(OK);
        (await stage.ChangeAsync(stage.Shift(ann, "10:00", 480), stage.Shift(bob, "10:00", 480))).Is(OK);
        (await stage.ChangeAsync(stage.Shift(ann, "11:00", 480), stage.Shift(bob, "11:00", 480))).Is(OK);
        var planner = await stage.Cluster.Nodes[0].SignedInAsync("planner", "Planner");
        (await planner.PostAsync("/schedules/revisions/2/restore", new { leave_out = Days(bob) })).Is(Conflict);
        var old = new { leave_out = Days(bob), put_back = Days(ann, 2) };
        (await planner.PostAsync("/schedules/revisions/2/restore", old)).Is(Conflict);

        var back = new { leave_out = Days(bob), put_back = Days(ann, 3) };
        var restored = (await planner.PostAsync("/schedules/revisions/2/restore", back)).Is(OK).Body;

        Assert.Equal(1, restored.GetProperty("agent_days").GetInt32());
        Assert.Equal("work 09:00 480 Phone", await stage.ReadAsync(ann));
        Assert.Equal("work 11:00 480 Phone", await stage.ReadAsync(bob));
    }

    private static object[] Days(Guid agent, int version = 0) => [new { agent_id = agent, day = Monday, version }];

    private static int Count(JsonElement day, string of) => day.GetProperty(of).GetArrayLength();
}
