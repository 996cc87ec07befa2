using System.Text.Json;
using Muster.Server.Tests.Live;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Schedules;

public sealed class MyScheduleTests
{
    [Fact]
    public async Task Agents_see_their_published_days_and_what_changed_and_say_that_they_have_seen_it()
    {
        await using var stage = await ScheduleStage.SetAsync(nodes: 2);
        var today = ScheduleStage.Today;
        var ann = await stage.HireAsync("Ann", "ann");
        var bob = await stage.HireAsync("Bob", "bob");
        var published = (await stage.ChangeAsync(Shift(stage, ann, today), Shift(stage, bob, today))).Is(OK).Body;
        var version = published.GetProperty("version").ToString();
        var me = await stage.Cluster.Nodes[1].SignedInAsync("ann", "Agent");

        var mine = (await me.GetAsync("/my/schedule", ("Min-Schedule-Version", version))).Is(OK).Body;
        var day = Assert.Single(mine.GetProperty("days").EnumerateArray());
        Assert.Equal(ann, day.GetProperty("agent_id").GetGuid());
        var activity = Assert.Single(mine.GetProperty("activities").EnumerateArray());
        Assert.Equal("Phone", activity.GetProperty("name").GetString());
        Assert.Equal(version, mine.GetProperty("version").ToString());
        (await me.GetAsync("/my/schedule", ("Min-Schedule-Version", "99"))).Is(ServiceUnavailable);
        (await me.GetAsync($"/schedules/grid?management_unit_id={stage.Unit}&from={today:yyyy-MM-dd}")).Is(Forbidden);

        var notice = Assert.Single((await me.GetAsync("/my/notices")).Is(OK).Items);
        Assert.True(notice.GetProperty("is_short").GetBoolean());
        var changed = Assert.Single(notice.GetProperty("days").EnumerateArray());
        Assert.Equal(today.ToString("yyyy-MM-dd"), changed.GetString());
        var change = Assert.Single(notice.GetProperty("changes").EnumerateArray());
        Assert.True(change.GetProperty("is_short").GetBoolean());
        Assert.Equal(JsonValueKind.Null, change.GetProperty("before").ValueKind);
        var after = Assert.Single(change.GetProperty("after").EnumerateArray());
        Assert.Equal(480, after.GetProperty("minutes").GetInt32());
        Assert.Equal("Phone", notice.GetProperty("activities")[0].GetProperty("name").GetString());
        (await me.PostAsync("/my/notices/acknowledge", new { notice_id = Guid.NewGuid() })).Is(NotFound);
        var seen = new { notice_id = notice.GetProperty("id").GetGuid() };
        (await me.PostAsync("/my/notices/acknowledge", seen)).Is(NoContent);
        Assert.Empty((await me.GetAsync("/my/notices")).Is(OK).Items);
        var told = (await stage.Client.GetAsync($"/schedules/notices?management_unit_id={stage.Unit}")).Is(OK).Items
            .ToDictionary(one => one.GetProperty("agent_id").GetGuid());
        Assert.NotNull(told[ann].GetProperty("acknowledged_at").GetString());
        Assert.Null(told[bob].GetProperty("delivered_at").GetString());
        Assert.Equal("Agent Bob", told[bob].GetProperty("agent_name").GetString());
        var none = $"/schedules/notices?management_unit_id={stage.Unit}&version=99";
        Assert.Empty((await stage.Client.GetAsync(none)).Is(OK).Items);
    }

    [Fact]
    public async Task A_changed_day_is_told_as_it_was_and_as_it_is_with_each_version()
    {
        await using var stage = await ScheduleStage.SetAsync();
        var today = ScheduleStage.Today;
        var ann = await stage.HireAsync("Ann", "ann");
        (await stage.ChangeAsync(Shift(stage, ann, today), Shift(stage, ann, today.AddDays(1)))).Is(OK);
        (await stage.ChangeAsync(Shift(stage, ann, today, 240))).Is(OK);
        var me = await stage.Cluster.Nodes[0].SignedInAsync("ann", "Agent");

        var notices = (await me.GetAsync("/my/notices")).Is(OK).Items;

        Assert.Equal([2, 1], notices.Select(notice => notice.GetProperty("version").GetInt32()));
        var change = Assert.Single(notices[0].GetProperty("changes").EnumerateArray());
        Assert.Equal(480, change.GetProperty("before")[0].GetProperty("minutes").GetInt32());
        Assert.Equal(240, change.GetProperty("after")[0].GetProperty("minutes").GetInt32());
        var first = notices[1].GetProperty("changes").EnumerateArray().ToList();
        Assert.Equal(2, first.Count);
        Assert.Equal(480, first[0].GetProperty("after")[0].GetProperty("minutes").GetInt32());
    }

    [Fact]
    public async Task A_free_day_that_was_never_published_is_no_news_and_neither_is_taking_it_back()
    {
        await using var stage = await ScheduleStage.SetAsync();
        var today = ScheduleStage.Today;
        var (ann, bob) = (await stage.HireAsync("Ann", "ann"), await stage.HireAsync("Bob", "bob"));

        var draft = await stage.DraftAsync(new { first_day = today.ToString("yyyy-MM-dd") });
        (await stage.EditAsync(
            draft, Shift(stage, ann, today), Shift(stage, ann, today.AddDays(1)), Shift(stage, bob, today))).Is(OK);
        (await stage.EditAsync(draft, Free(ann, today.AddDays(1)), Free(bob, today))).Is(OK);

        var first = (await stage.PublishAsync(draft)).Is(OK).Body;
        var back = (await stage.Client.PostAsync(
            $"/schedules/revisions/{first.GetProperty("version")}/restore", new { to = "before" })).Is(OK).Body;

        Assert.Equal(1, back.GetProperty("agent_days").GetInt32());
        var told = (await stage.Client.GetAsync($"/schedules/notices?management_unit_id={stage.Unit}")).Is(OK).Items;
        Assert.Equal([2, 1], told.Select(notice => notice.GetProperty("version").GetInt32()));
        Assert.All(told, notice =>
        {
            Assert.Equal(ann, notice.GetProperty("agent_id").GetGuid());
            var day = Assert.Single(notice.GetProperty("days").EnumerateArray());
            Assert.Equal(today.ToString("yyyy-MM-dd"), day.GetString());
        });
    }

    [Fact]
    public async Task Agents_are_told_live_of_their_own_days_and_of_nobody_elses()
    {
        await using var stage = await ScheduleStage.SetAsync(nodes: 2);
        var today = ScheduleStage.Today;
        var (ann, bob) = (await stage.HireAsync("Ann", "ann"), await stage.HireAsync("Bob", "bob"));
        var me = await stage.Cluster.Nodes[1].SignedInAsync("ann", "Agent");
        using var line = await LiveLine.OpenAsync(stage.Cluster.Nodes[1], me);
        await line.SubscribeAsync($"my_schedule/{ann}");
        var first = await line.NextAsync("page");

        (await stage.ChangeAsync(Shift(stage, bob, today))).Is(OK);
        (await stage.ChangeAsync(Shift(stage, ann, today))).Is(OK);

        var told = await line.NextAsync("page");
        Assert.True(told.GetProperty("whole").GetBoolean());
        Assert.NotEqual(first.GetProperty("cursor").GetString(), told.GetProperty("cursor").GetString());
        await line.SubscribeAsync($"my_schedule/{bob}");
        var refused = await line.NextAsync("refused");
        Assert.Contains("There is no agent", refused.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_no_agent_is_told_so()
    {
        await using var stage = await ScheduleStage.SetAsync();

        var ann = await stage.HireAsync("Ann", "ann");
        var agent = await stage.Cluster.Nodes[0].SignedInAsync("ann", "Agent");

        var refused = (await stage.Client.GetAsync("/my/schedule")).Is(Conflict);
        var session = (await stage.Client.GetAsync("/session")).Is(OK);
        var hers = (await agent.GetAsync("/session")).Is(OK);

        Assert.Contains("is no agent", refused.Detail, StringComparison.Ordinal);
        Assert.Equal(("", refused.Detail), (session.At("agent_id"), session.At("why_no_agent")));
        Assert.Equal((ann.ToString(), ""), (hers.At("agent_id"), hers.At("why_no_agent")));
    }

    private static object Free(Guid agent, DateOnly day) => new
    {
        op = "replace",
        agent_id = agent,
        day = day.ToString("yyyy-MM-dd"),
        activities = Array.Empty<object>(),
    };

    private static object Shift(ScheduleStage stage, Guid agent, DateOnly day, int minutes = 480) => new
    {
        op = "replace",
        agent_id = agent,
        day = day.ToString("yyyy-MM-dd"),
        activities = new[]
        {
            new { layer = "work", start = $"{day:yyyy-MM-dd}T09:00:00Z", minutes, activity_code_id = stage.Work },
        },
    };
}
