using Muster.Testing;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Schedules;

public sealed class PublishProgressTests
{
    private const string Key = "all-of-it";
    private const string Path = $"/schedules/publish/progress?idempotency_key={Key}";
    private const string Sleeping =
        "FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'";
    private const int Agents = 12;
    private const int Days = 1_000;

    [Fact]
    public async Task A_publish_of_many_days_says_on_every_node_how_far_it_has_come()
    {
        await using var stage = await ScheduleStage.SetAsync(nodes: 2);
        var agents = await ManyDays.HireAsync(stage, Agents);
        (await stage.ChangeAsync(stage.Shift(agents[0], "06:00", 240))).Is(OK);
        var draft = await ManyDays.FillAsync(stage, 480, Days);
        Assert.Equal("", (await stage.Clients[1].GetAsync(Path)).Is(OK).At("days"));

        var held = await HoldAsync(stage.Cluster.Nodes[0].Database, agents[0]);
        var publishing = stage.Client.PostAsync(
            "/schedules/publish", new { schedule_id = draft, wait = "committed" }, ("Idempotency-Key", Key));
        var half = await TestCluster.UntilAsync(
            stage.Clients[1], Path, progress => progress.GetProperty("days_written").GetInt32() > 0);
        Assert.Equal($"{Agents * Days}", half.At("days"));
        Assert.InRange(half.Body.GetProperty("days_written").GetInt32(), 1, (Agents * Days) - 1);
        Assert.Equal("", half.At("version"));
        using var other = await stage.Cluster.Nodes[1].SignedInAsync("eve", "Administrator");
        Assert.Equal("", (await other.GetAsync(Path)).Is(OK).At("days"));
        await ReleaseAsync(stage.Cluster.Nodes[0].Database, held);
        var published = (await publishing).Is(OK);

        var done = await TestCluster.UntilAsync(
            stage.Clients[1], Path, progress => progress.GetProperty("applied").GetProperty("complete").GetBoolean());
        Assert.Equal(published.At("version"), done.At("version"));
        Assert.Equal($"{Agents * Days}", done.At("days_written"));
        Assert.Equal((long)Agents * Days, await CountAsync(stage, "agent_day"));
        Assert.Equal(0L, await CountAsync(stage, "draft_day"));
    }

    [Fact]
    public async Task Many_days_conflict_and_are_put_back_as_few_are()
    {
        await using var stage = await ScheduleStage.SetAsync();
        var agents = await ManyDays.HireAsync(stage, Agents);
        (await stage.PublishAsync(await ManyDays.FillAsync(stage, 480, Days), new { wait = "committed" })).Is(OK);
        var draft = await ManyDays.FillAsync(stage, 300, Days);
        (await stage.ChangeAsync(stage.Shift(agents[^1], "06:00", 240))).Is(OK);

        var conflict = Assert.Single(
            (await stage.PublishAsync(draft)).Is(Conflict).Body.GetProperty("conflicts").EnumerateArray());
        Assert.Equal(agents[^1], conflict.GetProperty("agent_id").GetGuid());
        var forced = (await stage.PublishAsync(draft, new { force_publish = true, wait = "committed" })).Is(OK);
        Assert.Equal($"{Agents * Days}", forced.At("agent_days"));
        var restored = (await stage.Client.PostAsync(
            $"/schedules/revisions/{forced.At("version")}/restore", new { to = "before", wait = "committed" },
            ("Idempotency-Key", Key))).Is(OK);

        Assert.Equal($"{Agents * Days}", restored.At("agent_days"));
        Assert.Equal(1L, await CountAsync(stage, "agent_day WHERE minutes = '{240}'"));
        Assert.Equal((Agents * Days) - 1L, await CountAsync(stage, "agent_day WHERE minutes = '{480}'"));
        Assert.Equal($"{Agents * Days}", (await stage.Client.GetAsync(Path)).Is(OK).At("days_written"));
    }

    [Fact]
    public async Task Who_asks_without_a_key_is_told_so()
    {
        await using var stage = await ScheduleStage.SetAsync();

        var refused = (await stage.Client.GetAsync("/schedules/publish/progress")).Is(BadRequest);

        Assert.Equal(["idempotency_key"], refused.Fields);
    }

    // Whoever publishes the agent's day waits for it. PostgreSQL ends transactions that idle; this one sleeps.
    private static async Task<Task> HoldAsync(TestDatabase database, Guid agent)
    {
        var held = database.ScalarAsync(
            $"SELECT pg_sleep(25) FROM (SELECT FROM agent_day WHERE agent_id = '{agent}' FOR UPDATE) locked");
        await database.UntilAsync($"SELECT count(*) = 1 {Sleeping}");
        return held;
    }

    private static async Task ReleaseAsync(TestDatabase database, Task held)
    {
        await database.ScalarAsync($"SELECT pg_cancel_backend(pid) {Sleeping}");
        await Assert.ThrowsAnyAsync<Exception>(() => held);
    }

    private static async Task<object?> CountAsync(ScheduleStage stage, string what) =>
        await stage.Cluster.Nodes[0].Database.ScalarAsync($"SELECT count(*) FROM {what}");
}
