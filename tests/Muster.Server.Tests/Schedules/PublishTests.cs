using static System.Net.HttpStatusCode;
using static Muster.Server.Tests.Schedules.ScheduleStage;

namespace Muster.Server.Tests.Schedules;

public sealed class PublishTests
{
    [Fact]
    public async Task A_publish_answers_when_every_node_has_it()
    {
        await using var stage = await SetAsync(nodes: 3);
        var ann = await stage.HireAsync("Ann");
        var draft = await stage.DraftAsync();
        (await stage.EditAsync(draft, stage.Shift(ann, "09:00", 480))).Is(OK);
        Assert.Null(await stage.ReadAsync(ann));

        var published = (await stage.PublishAsync(draft)).Is(OK).Body;

        Assert.Equal(1, published.GetProperty("version").GetInt64());
        Assert.Equal(1, published.GetProperty("agent_days").GetInt32());
        var nodes = published.GetProperty("applied").GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(["a", "b", "c"], nodes.Select(node => node.GetProperty("node").GetString()).Order());
        Assert.All(nodes, node => Assert.Equal("applied", node.GetProperty("state").GetString()));
        Assert.Equal("work 09:00 480 Phone", await stage.ReadAsync(ann));
        Assert.Equal(0, (await stage.PublishAsync(draft)).Is(OK).Body.GetProperty("agent_days").GetInt32());
    }

    [Fact]
    public async Task Changes_of_different_times_of_a_day_are_merged_and_of_the_same_are_a_conflict()
    {
        await using var stage = await SetAsync();
        var (ann, bob) = (await stage.HireAsync("Ann"), await stage.HireAsync("Bob"));
        (await stage.ChangeAsync(stage.Shift(ann, "09:00", 480), stage.Shift(bob, "09:00", 480))).Is(OK);
        var draft = await stage.DraftAsync();
        (await stage.EditAsync(
            draft, Add(ann, "inside", "12:00", 30, stage.Lunch), stage.Shift(bob, "10:00", 480))).Is(OK);

        (await stage.ChangeAsync(
            Add(ann, "time_off", "15:00", 120, stage.Leave), stage.Shift(bob, "08:00", 480))).Is(OK);
        var refused = (await stage.PublishAsync(draft)).Is(Conflict);

        var conflict = Assert.Single(refused.Body.GetProperty("conflicts").EnumerateArray());
        Assert.Equal(bob, conflict.GetProperty("agent_id").GetGuid());
        Assert.Equal(Monday, conflict.GetProperty("day").GetString());
        Assert.Equal("root-of-all", conflict.GetProperty("changed_by").GetString());
        Assert.Equal(1, conflict.GetProperty("base_version").GetInt32());
        Assert.Equal(2, conflict.GetProperty("version").GetInt32());
        Assert.Equal(
            ["keep_draft", "take_published", "leave_out"],
            conflict.GetProperty("choices").EnumerateArray().Select(choice => choice.GetString()));
        Assert.Equal("work 09:00 480 Phone, time_off 15:00 120 Leave", await stage.ReadAsync(ann));

        (await stage.Client.PostAsync($"/schedules/drafts/{draft}/settle", new
        {
            take = "keep_draft",
            days = new[] { new { agent_id = bob, day = Monday, version = 2 } },
        })).Is(OK);
        var published = (await stage.PublishAsync(draft)).Is(OK).Body;

        Assert.Equal(1, published.GetProperty("merged").GetInt32());
        Assert.Equal(
            "work 09:00 480 Phone, inside 12:00 30 Lunch, time_off 15:00 120 Leave", await stage.ReadAsync(ann));
        Assert.Equal("work 10:00 480 Phone", await stage.ReadAsync(bob));
    }

    [Fact]
    public async Task A_stale_base_version_alone_is_no_conflict()
    {
        await using var stage = await SetAsync();
        var (ann, bob) = (await stage.HireAsync("Ann"), await stage.HireAsync("Bob"));
        var draft = await stage.DraftAsync();
        (await stage.EditAsync(draft, stage.Shift(ann, "09:00", 480))).Is(OK);
        for (var change = 0; change < 3; change++)
        {
            (await stage.ChangeAsync(stage.Shift(bob, $"0{7 + change}:00", 480))).Is(OK);
        }

        (await stage.PublishAsync(draft, new { base_version = 0 })).Is(OK);

        Assert.Equal("work 09:00 480 Phone", await stage.ReadAsync(ann));
        Assert.Equal("work 09:00 480 Phone", await stage.ReadAsync(bob));
    }

    [Fact]
    public async Task Who_may_force_takes_the_drafts_and_who_may_not_is_told()
    {
        await using var stage = await SetAsync();
        var ann = await stage.HireAsync("Ann");
        var draft = await stage.DraftAsync();
        (await stage.EditAsync(draft, stage.Shift(ann, "09:00", 480))).Is(OK);
        (await stage.ChangeAsync(stage.Shift(ann, "08:00", 480))).Is(OK);
        (await stage.PublishAsync(draft)).Is(Conflict);
        var planner = await stage.Cluster.Nodes[0].SignedInAsync("planner", "Planner");
        var refused = await planner.PostAsync("/schedules/publish", new { schedule_id = draft, force_publish = true });
        Assert.Contains("schedule:force_publish", refused.Is(Forbidden).Detail, StringComparison.Ordinal);

        var forced = (await stage.PublishAsync(draft, new { force_publish = true })).Is(OK).Body;

        Assert.Equal(1, forced.GetProperty("overwritten").GetInt32());
        Assert.Equal("work 09:00 480 Phone", await stage.ReadAsync(ann));
        var audit = (await stage.Client.GetAsync("/audit?entity=schedule")).Is(OK).Items;
        Assert.Contains(audit, entry => entry.GetProperty("action").GetString() == "published by force");
    }

    [Fact]
    public async Task Some_agents_and_days_are_published_and_the_others_stay_in_the_draft()
    {
        await using var stage = await SetAsync();
        var (ann, bob) = (await stage.HireAsync("Ann"), await stage.HireAsync("Bob"));
        var draft = await stage.DraftAsync();
        (await stage.EditAsync(
            draft, stage.Shift(ann, "09:00", 480), stage.Shift(bob, "09:00", 480), stage.Shift(ann, "09:00", 480, 1)))
            .Is(OK);

        (await stage.PublishAsync(draft, new { agent_ids = new[] { ann }, days = new[] { Monday } })).Is(OK);

        Assert.NotNull(await stage.ReadAsync(ann));
        Assert.Null(await stage.ReadAsync(bob));
        Assert.Null(await stage.ReadAsync(ann, 1));
        var left = (await stage.Client.GetAsync($"/schedules/drafts/{draft}/differences")).Is(OK).Body;
        Assert.Equal((2, 2), (left.GetProperty("agents").GetInt32(), left.GetProperty("agent_days").GetInt32()));
    }

    [Fact]
    public async Task A_publish_of_nothing_says_why_there_is_no_new_version()
    {
        await using var stage = await SetAsync();
        var (ann, bob) = (await stage.HireAsync("Ann"), await stage.HireAsync("Bob"));
        var draft = await stage.DraftAsync();
        await NothingAsync("this draft changes no day.");
        (await stage.EditAsync(draft, stage.Shift(ann, "09:00", 480))).Is(OK);

        await NothingAsync("none of the given agents and days are in this draft.", new { agent_ids = new[] { bob } });
        await NothingAsync("none of the given agents and days are in this draft.", new { days = new[] { Day(1) } });
        await NothingAsync(
            "all that was asked for of this draft is left out.",
            new { leave_out = new[] { new { agent_id = ann, day = Monday } } });
        (await stage.ChangeAsync(stage.Shift(ann, "09:00", 480))).Is(OK);
        await NothingAsync("every day is published as this draft has it.");

        async Task NothingAsync(string why, object? more = null)
        {
            var answer = (await stage.PublishAsync(draft, more)).Is(OK);
            Assert.Equal(("", $"Nothing to publish: {why}"), (answer.At("version"), answer.At("why_nothing")));
        }
    }

    [Fact]
    public async Task A_version_that_there_is_not_yet_is_not_shown()
    {
        await using var stage = await SetAsync();
        var ann = await stage.HireAsync("Ann");
        (await stage.ChangeAsync(stage.Shift(ann, "09:00", 480))).Is(OK);

        var grid = $"/schedules/grid?management_unit_id={stage.Unit}&from={Monday}&version=";

        (await stage.Client.GetAsync(grid + 1)).Is(OK);
        var refused = (await stage.Client.GetAsync(grid + 999)).Is(BadRequest);
        Assert.Equal(["version"], refused.Fields);
        Assert.Contains("must be at most 1", refused.Text, StringComparison.Ordinal);
        Assert.Equal(["version"], (await stage.Client.GetAsync(grid + -1)).Is(BadRequest).Fields);
    }

    [Fact]
    public async Task A_repeated_publish_answers_the_same_and_publishes_once()
    {
        await using var stage = await SetAsync();
        var ann = await stage.HireAsync("Ann");
        var draft = await stage.DraftAsync();
        (await stage.EditAsync(draft, stage.Shift(ann, "09:00", 480))).Is(OK);
        var (body, key) = (new { schedule_id = draft }, ("Idempotency-Key", "weekly-1"));

        var first = (await stage.Client.PostAsync("/schedules/publish", body, key)).Is(OK).Body;
        (await stage.ChangeAsync(stage.Shift(ann, "08:00", 480))).Is(OK);
        var again = (await stage.Client.PostAsync("/schedules/publish", body, key)).Is(OK).Body;

        Assert.Equal(first.GetProperty("version").GetInt64(), again.GetProperty("version").GetInt64());
        Assert.True(again.GetProperty("applied").GetProperty("complete").GetBoolean());
        Assert.Equal("work 08:00 480 Phone", await stage.ReadAsync(ann));
    }

    [Fact]
    public async Task A_version_is_taken_back_and_all_can_be_as_it_was()
    {
        await using var stage = await SetAsync();
        var (ann, bob) = (await stage.HireAsync("Ann"), await stage.HireAsync("Bob"));
        (await stage.ChangeAsync(stage.Shift(ann, "09:00", 480))).Is(OK);
        (await stage.ChangeAsync(stage.Shift(ann, "10:00", 480), stage.Shift(bob, "10:00", 480))).Is(OK);
        (await stage.ChangeAsync(Add(bob, "inside", "12:00", 30, stage.Lunch))).Is(OK);

        Assert.Equal("work 09:00 480 Phone", await stage.ReadAsync(ann, 0, "&version=1"));
        Assert.Null(await stage.ReadAsync(bob, 0, "&version=1"));
        var back = await stage.Client.PostAsync("/schedules/revisions/2/restore", new { });
        Assert.Equal(bob, Assert.Single(back.Is(Conflict).Body.GetProperty("conflicts").EnumerateArray())
            .GetProperty("agent_id").GetGuid());

        (await stage.Client.PostAsync("/schedules/revisions/2/restore", new { force_publish = true })).Is(OK);
        Assert.Equal("work 09:00 480 Phone", await stage.ReadAsync(ann));
        Assert.Equal("", await stage.ReadAsync(bob));

        (await stage.Client.PostAsync("/schedules/revisions/3/restore", new { to = "as_at" })).Is(OK);
        Assert.Equal("work 10:00 480 Phone", await stage.ReadAsync(ann));
        Assert.Equal("work 10:00 480 Phone, inside 12:00 30 Lunch", await stage.ReadAsync(bob));
        var revisions = (await stage.Client.GetAsync($"/schedules/revisions?management_unit_id={stage.Unit}"))
            .Is(OK).Items;
        Assert.Equal([5, 4, 3, 2, 1], revisions.Select(revision => revision.GetProperty("version").GetInt32()));
        Assert.Equal("restore", revisions[0].GetProperty("kind").GetString());
        var days = (await stage.Client.GetAsync($"/schedules/agents/{bob}/days/{Monday}/versions")).Is(OK).Items;
        Assert.Equal(4, days.Count);
    }

    [Fact]
    public async Task Who_has_left_the_unit_is_named_and_nothing_of_the_draft_is_lost()
    {
        await using var stage = await SetAsync();
        var (ann, bob) = (await stage.HireAsync("Ann"), await stage.HireAsync("Bob"));
        var draft = await stage.DraftAsync();
        (await stage.EditAsync(draft, stage.Shift(ann, "09:00", 480), stage.Shift(bob, "09:00", 480))).Is(OK);
        var south = await stage.MakeUnitAsync("South");
        var version = (await stage.Client.GetAsync($"/people/{bob}")).Is(OK).ETag;
        var moved = new { management_unit_id = south };
        (await stage.Client.PatchAsync($"/people/{bob}", moved, ("If-Match", version))).Is(OK);

        var refused = (await stage.PublishAsync(draft)).Is(Conflict).Body;

        var conflict = Assert.Single(refused.GetProperty("conflicts").EnumerateArray());
        Assert.Equal("Agent Bob does not belong to North any more.", conflict.GetProperty("reason").GetString());
        (await stage.PublishAsync(draft, new { agent_ids = new[] { ann } })).Is(OK);
        Assert.Equal("work 09:00 480 Phone", await stage.ReadAsync(ann));
        var left = (await stage.Client.GetAsync($"/schedules/drafts/{draft}/differences")).Is(OK).Body;
        Assert.Equal(1, left.GetProperty("agent_days").GetInt32());
    }
}
