using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Muster.Server.Adherence.Today;
using Muster.Server.Tests.Events;
using Muster.Server.Tests.Live;
using Muster.Testing;
using static System.Net.HttpStatusCode;
using static Muster.Server.Tests.Adherence.TodayStage;

namespace Muster.Server.Tests.Adherence;

[Collection<OnTodayStage>]
public sealed class TodayTests(TodayStage stage)
{
    [Fact]
    public async Task What_a_source_tells_is_on_every_wall()
    {
        var unit = await stage.UnitAsync();
        var ann = await stage.HireAsync(unit);
        await stage.UntilAsync(unit, "unknown", "never_heard");

        await stage.TellAsync(ann.Name, Ready, -100);
        await stage.TellAsync(ann.Name, Eating, -5);
        await stage.UntilAsync(unit, "out", "not_on_queue");

        var wall = await WallAsync(stage.Clients[1], unit);
        var row = Assert.Single(wall.GetProperty("agents").EnumerateArray());
        var eating = stage.Minute(-5);
        Assert.Equal("negative", Text(row, "impact"));
        Assert.Equal("eating instead of Phone, which is on queue.", Text(row, "reason"));
        Assert.Equal(eating, row.GetProperty("since").GetDateTimeOffset());
        Assert.Equal(eating, row.GetProperty("in_alarm_since").GetDateTimeOffset());
        Assert.Equal(("meal", "acd", "eating"), (
            Text(row.GetProperty("actual"), "counts_as"), Text(row.GetProperty("actual"), "source"),
            Text(row.GetProperty("actual"), "state")));
        var scheduled = row.GetProperty("scheduled");
        Assert.Equal(("Phone", "on_queue"), (Text(scheduled, "name"), Text(scheduled, "category")));
        Assert.Equal(stage.Minute(-120), scheduled.GetProperty("since").GetDateTimeOffset());
        Assert.Equal(stage.Minute(480), row.GetProperty("next").GetProperty("at").GetDateTimeOffset());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("next").GetProperty("activity").ValueKind);
        var figures = wall.GetProperty("figures");
        Assert.Equal((0, 1, 0, 1, 0), (
            figures.GetProperty("adherence_percent").GetInt32(), figures.GetProperty("negative_impact").GetInt32(),
            figures.GetProperty("positive_impact").GetInt32(), figures.GetProperty("scheduled_on_queue").GetInt32(),
            figures.GetProperty("actual_on_queue").GetInt32()));
    }

    [Fact]
    public async Task Who_follows_a_unit_is_told_all_and_then_who_has_changed()
    {
        var unit = await stage.UnitAsync();
        var (ann, bob) = (await stage.HireAsync(unit), await stage.HireAsync(unit));
        using var line = await LiveLine.OpenAsync(stage.Cluster.Nodes[1], stage.Clients[1]);

        await line.SubscribeAsync($"adherence/{unit}");
        await line.NextAsync("page", page => Agents(page).Count == 2 && page.GetProperty("whole").GetBoolean());
        await stage.TellAsync(bob.Name, Eating, -3);
        var told = await line.NextAsync("page", page => Agents(page).Any(row => Text(row, "verdict") == "out"));

        Assert.False(told.GetProperty("whole").GetBoolean());
        Assert.Equal(bob.Id, Assert.Single(Agents(told)).GetProperty("id").GetGuid());
        Assert.Equal(1, told.GetProperty("data").GetProperty("figures").GetProperty("negative_impact").GetInt32());
        using var other = await LiveLine.OpenAsync(stage.Cluster.Nodes[0], stage.Client);
        await other.SubscribeAsync($"adherence/{unit}", Text(told, "cursor"));
        Assert.True((await other.NextAsync("page")).GetProperty("whole").GetBoolean());
        await other.SubscribeAsync($"adherence/{Guid.NewGuid()}");
        await other.NextAsync("refused");
        Assert.NotEqual(ann.Id, bob.Id);
    }

    [Fact]
    public async Task A_publish_is_acknowledged_when_every_node_judges_by_it()
    {
        var unit = await stage.UnitAsync();
        var ann = await stage.HireAsync(unit);
        await stage.TellAsync(ann.Name, Eating, -5);
        await stage.UntilAsync(unit, "out", "not_on_queue");

        for (var times = 0; times < 4; times++)
        {
            var isLunch = times % 2 == 0;
            var version = await stage.ChangeAsync(unit, isLunch ? stage.Lunch(ann.Id, -10, 30) : stage.Shift(ann.Id));

            Assert.All(stage.Cluster.Nodes, node => Assert.True(
                node.Host.Services.GetRequiredService<TodayBoard>().Known!.Schedules.Version >= version));
            foreach (var client in stage.Clients)
            {
                var wall = await WallAsync(client, unit);
                var row = Assert.Single(wall.GetProperty("agents").EnumerateArray());
                Assert.Equal(isLunch ? "in" : "out", Text(row, "verdict"));
                Assert.Equal(isLunch ? "Lunch" : "Phone", Text(row.GetProperty("scheduled"), "name"));
                Assert.True(wall.GetProperty("schedule_version").GetInt64() >= version);
            }
        }
    }

    [Fact]
    public async Task Who_was_told_too_late_is_explained_until_the_notice_arrives()
    {
        var unit = await stage.UnitAsync();
        var ann = await stage.HireAsync(unit);
        await stage.TellAsync(ann.Name, Ready, -100);
        await stage.UntilAsync(unit, "in", "accepted");

        await stage.ChangeAsync(unit, stage.Lunch(ann.Id, -10, 60));
        var explained = await OnlyAsync(stage.Clients[1], unit);
        await stage.Cluster.Nodes[0].Database.ScalarAsync(
            $"UPDATE schedule_notice SET delivered_at = now() WHERE agent_id = '{ann.Id}'");
        await stage.UntilAsync(unit, "out", "on_queue_instead");

        Assert.Equal(("explained", "told_too_late"), (Text(explained, "verdict"), Text(explained, "rule")));
    }

    [Fact]
    public async Task A_node_that_starts_judges_as_the_others_do()
    {
        var unit = await stage.UnitAsync();
        var ann = await stage.HireAsync(unit);
        await stage.TellAsync(ann.Name, Ready, -3 * 24 * 60);
        await stage.TellAsync((await stage.HireAsync(unit)).Name, Eating, -7);
        await stage.ChangeAsync(unit, stage.Lunch(ann.Id, -10, 60));
        var wall = $"/adherence/agents?unit_id={unit}";
        await TestCluster.UntilAsync(stage.Client, wall, now => Verdicts(now) == "explained, out");
        await using var late = await LateNode.StartAsync(stage);

        await TestCluster.UntilAsync(late.Client, wall, now => now.TryGetProperty("agents", out _));
        var (here, there) = (await WallAsync(late.Client, unit), await WallAsync(stage.Client, unit));

        Assert.Equal(Rows(there), Rows(here));
        Assert.Equal("explained, out", Verdicts(here));
    }

    [Fact]
    public async Task A_silent_source_makes_its_agents_unknown_until_it_gives_a_sign_of_life()
    {
        var unit = await stage.UnitAsync();
        var ann = await stage.HireAsync(unit);
        await stage.TellAsync(ann.Name, Eating, -20, "quiet");
        await stage.Cluster.Nodes[0].Database.ScalarAsync(
            "UPDATE event_source SET heard_at = heard_at - interval '5 minutes' WHERE name = 'quiet'");
        await using var late = await LateNode.StartAsync(stage);
        var wall = $"/adherence/agents?unit_id={unit}";

        var silent = await TestCluster.UntilAsync(late.Client, wall, now => Verdicts(now) == "unknown");
        var day = (await stage.Client.GetAsync($"/adherence/agents/{ann.Id}/days/{DayOf(stage.Minute(0))}")).Is(OK);
        (await EventStage.SendAsync(stage.Client, "quiet", [])).Is(OK);
        var again = await TestCluster.UntilAsync(late.Client, wall, now => Verdicts(now) == "out");

        Assert.Equal("quiet", Text(silent.Body.GetProperty("silent_sources")[0], "source"));
        Assert.Equal("source_silent", Text(silent.Body.GetProperty("agents")[0], "rule"));
        Assert.Equal("source_silent", Text(All(day.Body, "judged")[^1], "rule"));
        Assert.Empty(again.Body.GetProperty("silent_sources").EnumerateArray());
        Assert.Equal(
            stage.Minute(-20), again.Body.GetProperty("agents")[0].GetProperty("since").GetDateTimeOffset());
    }

    [Fact]
    public async Task What_a_source_that_is_behind_has_not_told_yet_is_unknown_and_filled_in_as_it_is_told()
    {
        var unit = await stage.UnitAsync();
        var ann = await stage.HireAsync(unit);
        var wall = $"/adherence/agents?unit_id={unit}";
        await stage.TellBehindAsync(ann.Name, Eating, -40, "slow");

        await stage.UntilAsync(unit, "unknown", "source_silent");
        await stage.TellBehindAsync(ann.Name, Ready, -30, "slow");
        var behind = await TestCluster.UntilAsync(stage.Client, wall, now => Since(now, "slow") == stage.Minute(-30));
        (await EventStage.SendAsync(stage.Client, "slow", [])).Is(OK);
        var present = await TestCluster.UntilAsync(stage.Client, wall, now => Verdicts(now) == "in");

        Assert.Equal("unknown", Verdicts(behind.Body));
        Assert.Equal(
            stage.Minute(-30), present.Body.GetProperty("agents")[0].GetProperty("since").GetDateTimeOffset());
    }

    private static DateTimeOffset? Since(JsonElement wall, string source) => wall.TryGetProperty(
        "silent_sources", out var silent) && silent.EnumerateArray().FirstOrDefault(
            one => Text(one, "source") == source) is { ValueKind: JsonValueKind.Object } found
            ? found.GetProperty("last_heard").GetDateTimeOffset()
            : null;

    [Fact]
    public async Task Who_moves_to_another_unit_is_on_its_wall_with_all_that_was_said_before()
    {
        var (unit, other) = (await stage.UnitAsync(), await stage.UnitAsync());
        var ann = await stage.HireAsync(unit);
        await stage.TellAsync(ann.Name, Eating, -6);
        await stage.UntilAsync(unit, "out", "not_on_queue");
        var version = (await stage.Client.GetAsync($"/people/{ann.Id}")).Is(OK).ETag;

        (await stage.Client.PatchAsync(
            $"/people/{ann.Id}", new { clear = new[] { "management_unit" } }, ("If-Match", version))).Is(OK);
        await TestCluster.UntilAsync(stage.Clients[1], $"/adherence/agents?unit_id={unit}", now => Verdicts(now) == "");
        version = (await stage.Client.GetAsync($"/people/{ann.Id}")).Is(OK).ETag;
        (await stage.Client.PatchAsync(
            $"/people/{ann.Id}", new { management_unit_id = other }, ("If-Match", version))).Is(OK);
        await stage.UntilAsync(other, "out", "not_on_queue");

        Assert.Equal(
            stage.Minute(-6), (await OnlyAsync(stage.Client, other)).GetProperty("since").GetDateTimeOffset());
    }

    [Fact]
    public async Task Who_moves_to_another_unit_directly_is_on_no_wall_of_the_unit_before()
    {
        var (unit, other) = (await stage.UnitAsync(), await stage.UnitAsync());
        var ann = await stage.HireAsync(unit);
        await stage.UntilAsync(unit, "unknown", "never_heard");
        var version = (await stage.Client.GetAsync($"/people/{ann.Id}")).Is(OK).ETag;

        (await stage.Client.PatchAsync(
            $"/people/{ann.Id}", new { management_unit_id = other }, ("If-Match", version))).Is(OK);
        await stage.UntilAsync(other, "unknown", "never_heard");

        Assert.All(
            await Task.WhenAll(stage.Clients.Select(client => WallAsync(client, unit))),
            wall => Assert.Equal("", Verdicts(wall)));
    }

    [Fact]
    public async Task When_a_day_has_passed_every_node_takes_in_the_new_window_and_goes_on()
    {
        var unit = await stage.UnitAsync();
        var ann = await stage.HireAsync(unit);
        await stage.TellAsync(ann.Name, Eating, -9);
        await stage.UntilAsync(unit, "out", "not_on_queue");

        var version = await stage.PassDayAsync();
        await Task.WhenAll(stage.Cluster.Nodes.Select(node => Until.FineAsync(TimeSpan.FromSeconds(10), () =>
            Task.FromResult(node.Host.Services.GetRequiredService<TodayBoard>().Known?.Schedules.Version >= version
                ? null
                : "The window is the one before."))));
        await stage.UntilAsync(unit, "out", "not_on_queue");
        await stage.ChangeAsync(unit, stage.Lunch(ann.Id, -10, 30));

        Assert.Equal("in", Text(await OnlyAsync(stage.Clients[1], unit), "verdict"));
    }

    [Fact]
    public async Task A_version_that_this_node_does_not_have_is_waited_for_and_refused()
    {
        var unit = await stage.UnitAsync();
        var ann = await stage.HireAsync(unit);
        var version = await stage.ChangeAsync(unit, stage.Lunch(ann.Id, -8, 30));
        var (wall, day) = ($"/adherence/agents?unit_id={unit}", $"/adherence/agents/{ann.Id}/days/2026-01-01");

        (await stage.Clients[1].GetAsync(wall, ("Min-Schedule-Version", $"{version}"))).Is(OK);
        (await stage.Clients[1].GetAsync(day, ("Min-Schedule-Version", $"{version}"))).Is(OK);
        var later = await Task.WhenAll(new[] { wall, day }.Select(path =>
            stage.Client.GetAsync(path, ("Min-Schedule-Version", $"{version + 1000}"))));
        var wrong = (await stage.Client.GetAsync(wall, ("Min-Schedule-Version", "new"))).Is(BadRequest);

        Assert.All(later, answer =>
        {
            answer.Is(ServiceUnavailable);
            Assert.Equal("1", answer.Headers["Retry-After"]);
            Assert.Contains($"not by {version + 1000} yet.\nMaybe", answer.Detail, StringComparison.Ordinal);
        });
        Assert.Equal(["Min-Schedule-Version"], wrong.Fields);
    }

    private static List<JsonElement> All(JsonElement day, string name) => [.. day.GetProperty(name).EnumerateArray()];

    private static List<JsonElement> Agents(JsonElement page) =>
        [.. page.GetProperty("data").GetProperty("agents").EnumerateArray()];

    private static string Verdicts(JsonElement wall) => string.Join(", ", wall.GetProperty("agents").EnumerateArray()
        .Select(row => Text(row, "verdict")).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Rows(JsonElement wall) =>
        wall.GetProperty("agents").EnumerateArray().Select(row => row.GetRawText()).Order(StringComparer.Ordinal);
}
