using System.Text.Json;
using Muster.Server.Tests.Live;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Adherence;

public sealed class RulesApiTests
{
    private static readonly object Ready = Mapping("Ready", "on_queue");

    [Fact]
    public async Task A_unit_begins_without_rules_and_every_state_is_unknown()
    {
        await using var stage = await RulesStage.SetAsync();

        var list = (await stage.Client.GetAsync(stage.Path)).Is(OK);
        var tried = await stage.TryAsync(Event("Ready", stage.Phone));

        Assert.Equal("\"0\"", list.ETag);
        Assert.Empty(list.Body.GetProperty("entries").EnumerateArray());
        Assert.Equal("unknown", tried.GetProperty("verdict").GetString());
        Assert.Equal("state_not_mapped", tried.GetProperty("rule").GetString());
        Assert.False(tried.GetProperty("has_entry").GetBoolean());
        Assert.Equal(0, tried.GetProperty("terms").GetProperty("start_late_seconds").GetInt32());
    }

    [Fact]
    public async Task Rules_hold_from_their_day_on_by_the_clock_of_the_unit()
    {
        await using var stage = await RulesStage.SetAsync();
        (await stage.SetAsync("2026-03-02", 1, new { mappings = new[] { Ready } })).Is(PreconditionFailed);
        (await stage.SetAsync("always", 0, new { mappings = new[] { Ready } })).Is(OK);
        var set = (await stage.SetAsync("2026-03-02", 1, new
        {
            mappings = new[] { Mapping("Ready", "meeting") },
            categories = new[] { new { category = "on_queue", terms = new { start_late_seconds = 60 } } },
            activities = new[] { new { activity_code_id = stage.Phone, terms = new { start_early_seconds = 30 } } },
        })).Is(OK);

        var before = await stage.TryAsync(Event("Ready", stage.Phone, "2026-03-01T22:59:59Z"));
        var after = await stage.TryAsync(Event("Ready", stage.Phone, "2026-03-01T23:00:00Z"));

        Assert.Equal("\"2\"", set.ETag);
        Assert.Equal([null, "2026-03-02"], set.Body.GetProperty("entries").EnumerateArray()
            .Select(entry => entry.GetProperty("from").GetString()));
        Assert.Equal(("in", "2026-03-01"), (Text(before, "verdict"), Text(before, "day")));
        Assert.Equal(JsonValueKind.Null, before.GetProperty("from").ValueKind);
        Assert.Equal(("out", "2026-03-02"), (Text(after, "verdict"), Text(after, "from")));
        Assert.Equal(("negative", "not_on_queue"), (Text(after, "impact"), Text(after, "rule")));
        Assert.Equal(60, after.GetProperty("terms").GetProperty("start_late_seconds").GetInt32());
        Assert.Equal(30, after.GetProperty("terms").GetProperty("start_early_seconds").GetInt32());
    }

    [Fact]
    public async Task Rules_that_are_not_saved_can_be_tried()
    {
        await using var stage = await RulesStage.SetAsync();
        var rules = new { mappings = new[] { Ready, Mapping("Ringing", "unchanged") } };

        var ready = await stage.TryAsync(Event("Ready", stage.Lunch, rules: rules));
        var ringing = await stage.TryAsync(Event("Ringing", stage.Lunch, rules: rules));
        var unscheduled = await stage.TryAsync(Event("Ready", null, rules: rules));

        Assert.Equal(("out", "positive", "on_queue_instead"),
            (Text(ready, "verdict"), Text(ready, "impact"), Text(ready, "rule")));
        Assert.Equal("Ready", ready.GetProperty("mapping").GetProperty("state").GetString());
        Assert.Equal((null, "unchanged"), (Text(ringing, "verdict"), Text(ringing, "counts_as")));
        Assert.Equal(("unscheduled", "positive"), (Text(unscheduled, "verdict"), Text(unscheduled, "impact")));
        Assert.Empty((await stage.Client.GetAsync(stage.Path)).Body.GetProperty("entries").EnumerateArray());
    }

    [Fact]
    public async Task Every_change_stays_in_the_history_with_what_it_set_and_can_be_set_again()
    {
        await using var stage = await RulesStage.SetAsync();
        (await stage.SetAsync("always", 0, new { mappings = new[] { Ready } })).Is(OK);
        (await stage.SetAsync("always", 1, new { })).Is(OK);
        (await stage.RemoveAsync("2026-03-02", 2)).Is(NotFound);
        var empty = (await stage.RemoveAsync("always", 2)).Is(OK);

        var first = (await stage.Client.GetAsync($"{stage.Path}/history?limit=2")).Is(OK);
        var rest = (await stage.Client.GetAsync($"{stage.Path}/history?cursor={first.At("next_cursor")}")).Is(OK);
        var version = (await stage.Client.GetAsync($"{stage.Path}/history/1")).Is(OK);
        (await stage.Client.GetAsync($"{stage.Path}/history/4")).Is(NotFound);
        var again = (await stage.SetAsync("always", 3, version.Body.GetProperty("rules"))).Is(OK);

        Assert.Empty(empty.Body.GetProperty("entries").EnumerateArray());
        Assert.Equal([3, 2], first.Items.Select(change => change.GetProperty("version").GetInt32()));
        Assert.True(first.Items[0].GetProperty("is_removal").GetBoolean());
        var made = Assert.Single(rest.Items);
        Assert.Equal((1, "root-of-all"), (made.GetProperty("mapping_count").GetInt32(), Text(made, "author")));
        Assert.Equal(JsonValueKind.Null, rest.Body.GetProperty("next_cursor").ValueKind);
        Assert.Equal("4", again.At("version"));
        Assert.Equal("Ready", again.Body.GetProperty("entries")[0].GetProperty("rules").GetProperty("mappings")[0]
            .GetProperty("state").GetString());
        var audited = (await stage.Client.GetAsync("/audit?entity=adherence_rules")).Is(OK).Items;
        Assert.Equal(
            ["created", "removed", "changed", "created"], audited.Select(change => Text(change, "action")));
    }

    [Fact]
    public async Task A_change_reaches_every_node_and_those_who_follow_it()
    {
        await using var stage = await RulesStage.SetAsync(nodes: 2);
        using var line = await LiveLine.OpenAsync(stage.Cluster.Nodes[1], stage.Clients[1]);
        await line.SubscribeAsync("adherence");
        await line.NextAsync("page");

        (await stage.SetAsync("always", 0, new { mappings = new[] { Ready } })).Is(OK);

        var page = await line.NextAsync("page");
        Assert.Equal(stage.Unit, page.GetProperty("data")[0].GetProperty("id").GetString());
        var there = (await stage.Clients[1].GetAsync(stage.Path)).Is(OK);
        Assert.Equal(("\"1\"", "1"), (there.ETag, there.At("version")));
        var receipt = await stage.Clients[1].GetAsync("/system/scopes/adherence/applied?version=1&wait_ms=5000");
        Assert.Equal("True", receipt.Is(OK).At("complete"));
    }

    [Fact]
    public async Task Only_one_of_two_changes_from_the_same_version_is_made()
    {
        await using var stage = await RulesStage.SetAsync(nodes: 2);

        var answers = await Task.WhenAll(stage.Clients.Concat(stage.Clients).Select(client => client.PutAsync(
            $"{stage.Path}/entries/always", new { mappings = new[] { Ready } }, ("If-Match", "\"0\""))));

        Assert.Single(answers, answer => answer.Status == OK);
        Assert.Equal(3, answers.Count(answer => answer.Status == PreconditionFailed));
    }

    [Fact]
    public async Task Supervisors_see_rules_and_planners_change_them()
    {
        await using var stage = await RulesStage.SetAsync();
        using var supervisor = await stage.Cluster.Nodes[0].SignedInAsync("sam", "Supervisor");
        using var planner = await stage.Cluster.Nodes[0].SignedInAsync("pam", "Planner");
        using var agent = await stage.Cluster.Nodes[0].SignedInAsync("ann", "Agent");
        var entry = $"{stage.Path}/entries/always";

        (await supervisor.GetAsync(stage.Path)).Is(OK);
        (await supervisor.PostAsync($"{stage.Path}/try", Event("Ready", null))).Is(OK);
        var refused = (await supervisor.PutAsync(entry, new { }, ("If-Match", "\"0\""))).Is(Forbidden);
        (await agent.GetAsync(stage.Path)).Is(Forbidden);
        (await planner.PutAsync(entry, new { }, ("If-Match", "\"0\""))).Is(OK);
        (await planner.DeleteAsync(entry, ("If-Match", "\"1\""))).Is(OK);

        Assert.Contains("adherence:rules", refused.Detail, StringComparison.Ordinal);
    }

    private static object Mapping(string state, string countsAs) =>
        new { source = "acd", state, counts_as = countsAs };

    private static object Event(string state, string? code, string at = "2026-03-02T09:00:00Z", object? rules = null) =>
        new { source = "acd", state, reason = (string?)null, at, activity_code_id = code, rules };

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
