using static System.Net.HttpStatusCode;
using static Muster.Server.Tests.Schedules.ScheduleStage;

namespace Muster.Server.Tests.Schedules;

public sealed class DraftTests
{
    [Fact]
    public async Task A_draft_is_edited_in_steps_and_each_can_be_undone()
    {
        await using var stage = await SetAsync();
        var ann = await stage.HireAsync("Ann");
        (await stage.ChangeAsync(stage.Shift(ann, "09:00", 480))).Is(OK);
        var draft = await stage.DraftAsync();
        var over = $"&draft_id={draft}";

        (await stage.EditAsync(draft, Add(ann, "inside", "12:00", 30, stage.Lunch))).Is(OK);
        (await stage.EditAsync(draft, new
        {
            op = "move",
            agent_id = ann,
            day = Monday,
            start = At("09:00"),
            to = At("10:00"),
        })).Is(OK);
        Assert.Equal("work 10:00 480 Phone, inside 13:00 30 Lunch", await stage.ReadAsync(ann, 0, over));
        Assert.Equal("work 09:00 480 Phone", await stage.ReadAsync(ann));

        (await stage.Client.PostAsync($"/schedules/drafts/{draft}/undo", new { })).Is(OK);
        Assert.Equal("work 09:00 480 Phone, inside 12:00 30 Lunch", await stage.ReadAsync(ann, 0, over));
        (await stage.Client.PostAsync($"/schedules/drafts/{draft}/undo", new { })).Is(OK);
        Assert.Equal("work 09:00 480 Phone", await stage.ReadAsync(ann, 0, over));
        (await stage.Client.PostAsync($"/schedules/drafts/{draft}/undo", new { })).Is(Conflict);
        var edits = (await stage.Client.GetAsync($"/schedules/drafts/{draft}/edits")).Is(OK).Items;
        Assert.Equal(4, edits.Count);
        Assert.Equal("moves an activity: Agent Ann, 2026-06-08", edits[2].GetProperty("sentence").GetString());
        Assert.Equal(0, (await stage.PublishAsync(draft)).Is(OK).Body.GetProperty("agent_days").GetInt32());
    }

    [Fact]
    public async Task An_edit_that_somebody_built_upon_is_not_undone_under_them()
    {
        await using var stage = await SetAsync();
        var ann = await stage.HireAsync("Ann");
        var draft = await stage.DraftAsync();
        (await stage.EditAsync(draft, stage.Shift(ann, "09:00", 480))).Is(OK);
        var planner = await stage.Cluster.Nodes[0].SignedInAsync("planner", "Planner");
        (await planner.PostAsync(
            $"/schedules/drafts/{draft}/edits",
            new { edits = new[] { Add(ann, "inside", "12:00", 30, stage.Lunch) } })).Is(OK);

        var refused = (await stage.Client.PostAsync($"/schedules/drafts/{draft}/undo", new { })).Is(Conflict);

        Assert.Contains(
            "planner has changed a day of it since, with version 3: adds", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_that_an_edit_breaks_are_named_before_and_after_it()
    {
        await using var stage = await SetAsync();
        var ann = await stage.HireAsync("Ann");
        var draft = await stage.DraftAsync();
        (await stage.EditAsync(draft, stage.Shift(ann, "13:00", 480))).Is(OK);
        object[] edits = [stage.Shift(ann, "06:00", 480, 1)];

        var tried = (await stage.Client.PostAsync(
            $"/schedules/drafts/{draft}/edits", new { edits, dry_run = true })).Is(OK).Body;
        Assert.Null(await stage.ReadAsync(ann, 1, $"&draft_id={draft}"));
        var done = (await stage.EditAsync(draft, edits)).Is(OK).Body;

        foreach (var answer in new[] { tried, done })
        {
            var breach = Assert.Single(answer.GetProperty("breaches").EnumerateArray());
            Assert.Equal("min_rest_minutes", breach.GetProperty("rule").GetString());
            Assert.Equal(
                "Agent Ann rests 9:00 h after the shift before, less than 11:00 h (2026-06-09).",
                breach.GetProperty("sentence").GetString());
        }

        Assert.Equal("work 06:00 480 Phone", await stage.ReadAsync(ann, 1, $"&draft_id={draft}"));
    }

    [Fact]
    public async Task Two_agents_swap_a_day()
    {
        await using var stage = await SetAsync();
        var (ann, bob) = (await stage.HireAsync("Ann"), await stage.HireAsync("Bob"));
        (await stage.ChangeAsync(stage.Shift(ann, "07:00", 480), stage.Shift(bob, "12:00", 480, 1))).Is(OK);

        (await stage.ChangeAsync(new
        {
            op = "swap",
            agent_id = ann,
            day = Monday,
            with_agent_id = bob,
            with_day = Day(1),
        })).Is(OK);

        Assert.Equal("work 12:00 480 Phone", await stage.ReadAsync(ann));
        Assert.Equal("work 07:00 480 Phone", await stage.ReadAsync(bob, 1));
    }

    [Fact]
    public async Task A_shift_moves_to_another_agents_day_in_one_edit_and_one_undo_takes_it_back()
    {
        await using var stage = await SetAsync();
        var (ann, bob) = (await stage.HireAsync("Ann"), await stage.HireAsync("Bob"));
        var draft = await stage.DraftAsync();
        var over = $"&draft_id={draft}";
        (await stage.EditAsync(
            draft, stage.Shift(ann, "09:00", 480), Add(ann, "inside", "12:00", 30, stage.Lunch))).Is(OK);

        (await stage.EditAsync(draft, Onto(bob, 1))).Is(OK);
        Assert.Equal("", await stage.ReadAsync(ann, 0, over));
        Assert.Equal("work 10:00 480 Phone, inside 13:00 30 Lunch", await stage.ReadAsync(bob, 1, over));
        var edits = (await stage.Client.GetAsync($"/schedules/drafts/{draft}/edits")).Is(OK).Items;
        Assert.Equal(
            "moves an activity to Agent Bob, 2026-06-09: Agent Ann, 2026-06-08",
            edits[0].GetProperty("sentence").GetString());

        (await stage.Client.PostAsync($"/schedules/drafts/{draft}/undo", new { })).Is(OK);
        Assert.Equal("work 09:00 480 Phone, inside 12:00 30 Lunch", await stage.ReadAsync(ann, 0, over));
        Assert.Null(await stage.ReadAsync(bob, 1, over));
        Assert.Contains(
            "names no agent", (await stage.EditAsync(draft, Onto(Guid.NewGuid(), 1))).Is(BadRequest).Text,
            StringComparison.Ordinal);
        Assert.Contains(
            "outside of the schedule", (await stage.EditAsync(draft, Onto(bob, 40))).Is(BadRequest).Text,
            StringComparison.Ordinal);

        object Onto(Guid agent, int day) => new
        {
            op = "move",
            agent_id = ann,
            day = Monday,
            start = At("09:00"),
            to = At("10:00", day),
            to_agent_id = agent,
            to_day = Day(day),
        };
    }

    [Fact]
    public async Task What_is_wrong_with_an_edit_is_said_and_nothing_is_written()
    {
        await using var stage = await SetAsync();
        var ann = await stage.HireAsync("Ann");
        var draft = await stage.DraftAsync();

        await Refused("agent_id", stage.Shift(Guid.NewGuid(), "09:00", 480));
        await Refused("day", stage.Shift(ann, "09:00", 480, 40));
        await Refused("overlap", stage.Shift(ann, "09:00", 480), Add(ann, "work", "16:00", 480, stage.Work));
        await Refused("outside of every shift", Add(ann, "inside", "12:00", 30, stage.Lunch));
        await Refused("activity_code_id", Add(ann, "work", "09:00", 480, Guid.NewGuid()));
        await Refused("layer", Add(ann, "work", "09:00", 480, stage.Lunch));
        await Refused("minutes", Add(ann, "work", "09:00", 0, stage.Work));
        await Refused("edits[0].start", new { op = "remove", agent_id = ann, day = Monday });
        await Refused("another day", new
        {
            op = "replace",
            agent_id = ann,
            day = Day(1),
            activities = new[] { Activity("work", "09:00", 480, stage.Work, 2) },
        });
        await Refused("not employed", new
        {
            op = "add",
            agent_id = ann,
            day = "2025-06-09",
            layer = "work",
            start = "2025-06-09T09:00:00+02:00",
            minutes = 60,
            activity_code_id = stage.Work,
        });
        Assert.Empty((await stage.Client.GetAsync($"/schedules/drafts/{draft}/edits")).Is(OK).Items);

        async Task Refused(string reason, params object[] edits)
        {
            var answer = edits[0].ToString()!.Contains("2025", StringComparison.Ordinal)
                ? await stage.ChangeAsync(edits)
                : await stage.EditAsync(draft, edits);
            Assert.Contains(reason, answer.Is(BadRequest).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_wrong_with_a_day_is_said_by_the_path_of_the_request_and_the_name_of_the_agent()
    {
        await using var stage = await SetAsync();
        var ann = await stage.HireAsync("Ann");
        var draft = await stage.DraftAsync();
        var given = new
        {
            op = "replace",
            agent_id = ann,
            day = Monday,
            activities = new[]
            {
                Activity("inside", "12:00", 0, stage.Lunch), Activity("work", "09:00", 480, Guid.NewGuid()),
            },
        };

        var replaced = (await stage.EditAsync(draft, stage.Shift(ann, "09:00", 480, 1), given)).Is(BadRequest);
        Assert.Equal(
            ["edits[1].activities[0].minutes", "edits[1].activities[1].activity_code_id"], replaced.Fields.Order());
        Assert.Contains("of Agent Ann on 2026-06-08 must be at least 1", replaced.Text, StringComparison.Ordinal);
        var added = await stage.EditAsync(draft, Add(ann, "work", "09:00", 0, stage.Work));
        Assert.Equal(["edits[0].minutes"], added.Is(BadRequest).Fields);
        var two = await stage.EditAsync(
            draft, stage.Shift(ann, "09:00", 480), Add(ann, "work", "16:00", 480, stage.Work));
        Assert.Equal(["edits[1]"], two.Is(BadRequest).Fields);
    }

    [Fact]
    public async Task A_draft_of_a_build_takes_no_days_of_its_own()
    {
        await using var stage = await SetAsync();

        var refused = await stage.Client.PostAsync("/schedules/drafts", new
        {
            management_unit_id = stage.Unit,
            name = "June",
            build_id = Guid.NewGuid(),
            first_day = Monday,
            days = 28,
        });

        Assert.Equal(["days", "first_day"], refused.Is(BadRequest).Fields.Order());
    }

    [Fact]
    public async Task A_removed_draft_takes_no_edit_and_is_not_published()
    {
        await using var stage = await SetAsync();
        var ann = await stage.HireAsync("Ann");
        var draft = await stage.DraftAsync();
        (await stage.Client.DeleteAsync($"/schedules/drafts/{draft}")).Is(NoContent);

        (await stage.EditAsync(draft, stage.Shift(ann, "09:00", 480))).Is(NotFound);
        (await stage.PublishAsync(draft)).Is(NotFound);
        Assert.Empty((await stage.Client.GetAsync($"/schedules/drafts?management_unit_id={stage.Unit}")).Is(OK).Items);
    }
}
