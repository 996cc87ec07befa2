using System.Text.Json;
using static System.Net.HttpStatusCode;
using static Muster.Server.Tests.Adherence.TodayStage;

namespace Muster.Server.Tests.Adherence;

[Collection<OnTodayStage>]
public sealed class AdherenceDayTests(TodayStage stage)
{
    [Fact]
    public async Task A_day_is_shown_with_all_that_it_was_judged_by()
    {
        var unit = await stage.UnitAsync();
        var ann = await stage.HireAsync(unit);
        await stage.TellAsync(ann.Name, Eating, -10);
        await stage.TellAsync(ann.Name, Ready, -119);
        var version = await stage.ChangeAsync(unit, stage.Lunch(ann.Id, -8, 30));

        var day = (await stage.Clients[1].GetAsync(
            $"/adherence/agents/{ann.Id}/days/{DayOf(stage.Minute(-10))}")).Is(OK).Body;

        Assert.True(day.GetProperty("schedule_version").GetInt64() >= version);
        var last = All(day, "events")[^1];
        Assert.Equal((Eating, "acd", true), (
            Text(last, "state"), Text(last, "source"), last.GetProperty("late").GetBoolean()));
        var exception = All(day, "exceptions")[^1];
        Assert.Equal(("out", "negative", "not_on_queue"), (
            Text(exception, "verdict"), Text(exception, "impact"), Text(exception, "rule")));
        Assert.Equal(
            (stage.Minute(-10), stage.Minute(-8)),
            (exception.GetProperty("start").GetDateTimeOffset(), exception.GetProperty("end").GetDateTimeOffset()));
        Assert.Equal("eating instead of Phone, which is on queue.", Text(exception, "reason"));
        Assert.Equal(("in", "Lunch"), (
            Text(All(day, "judged")[^1], "verdict"), Text(All(day, "judged")[^1].GetProperty("scheduled"), "name")));
        Assert.Equal("meal", Text(All(day, "actual")[^1], "counts_as"));
        Assert.Contains(All(day, "scheduled"), one => Text(one, "name") == "Lunch"
            && one.GetProperty("schedule_version").GetInt64() == version);
        Assert.Equal(120, day.GetProperty("totals").GetProperty("out").GetInt64());
    }

    [Fact]
    public async Task What_somebody_approves_is_explained_until_it_is_taken_back()
    {
        var unit = await stage.UnitAsync();
        var ann = await stage.HireAsync(unit);
        await stage.TellAsync(ann.Name, Eating, -5);
        await stage.UntilAsync(unit, "out", "not_on_queue");
        var approvals = $"/adherence/agents/{ann.Id}/approvals";
        using var supervisor = await stage.Cluster.Nodes[0].SignedInAsync("sue", "Supervisor");
        using var agent = await stage.Cluster.Nodes[0].SignedInAsync("abe", "Agent");
        var wish = new { start = stage.Minute(-30), end = stage.Minute(60), note = "Fire drill" };

        (await agent.PostAsync(approvals, wish)).Is(Forbidden);
        var approved = (await supervisor.PostAsync(approvals, wish)).Is(Created);
        var explained = await OnlyAsync(stage.Client, unit);
        await stage.UntilAsync(unit, "explained", "approved");
        var day = (await supervisor.GetAsync($"/adherence/agents/{ann.Id}/days/{DayOf(stage.Minute(-5))}")).Is(OK).Body;
        (await supervisor.DeleteAsync($"{approvals}/{approved.At("id")}")).Is(NoContent);
        (await supervisor.DeleteAsync($"{approvals}/{approved.At("id")}")).Is(NotFound);
        await stage.UntilAsync(unit, "out", "not_on_queue");

        Assert.Equal("approved", Text(explained, "rule"));
        Assert.Equal(("Fire drill", "sue"), (
            Text(All(day, "approvals")[0], "note"), Text(All(day, "approvals")[0], "author")));
        Assert.Equal(approved.At("id"), Text(All(day, "exceptions")[^1], "approval_id"));
        var audited = (await stage.Client.GetAsync("/audit?entity=adherence_approval")).Is(OK).Items;
        Assert.Equal(["taken back", "approved"], audited.Take(2).Select(change => Text(change, "action")));
    }

    [Fact]
    public async Task An_approval_that_cannot_be_is_refused_by_field()
    {
        var unit = await stage.UnitAsync();
        var ann = await stage.HireAsync(unit);
        var approvals = $"/adherence/agents/{ann.Id}/approvals";

        var backwards = await stage.Client.PostAsync(
            approvals, new { start = stage.Minute(0), end = stage.Minute(0), note = new string('x', 501) });
        var tooLong = await stage.Client.PostAsync(
            approvals, new { start = stage.Minute(0), end = stage.Minute(24 * 60).AddSeconds(1) });

        Assert.Equal(["end", "note"], backwards.Is(BadRequest).Fields);
        Assert.Equal(["end"], tooLong.Is(BadRequest).Fields);
        (await stage.Client.PostAsync(
            $"/adherence/agents/{Guid.NewGuid()}/approvals", new { start = stage.Minute(0), end = stage.Minute(1) }))
            .Is(NotFound);
    }

    [Fact]
    public async Task Who_may_see_adherence_sees_it_and_others_do_not()
    {
        var unit = await stage.UnitAsync();
        var ann = await stage.HireAsync(unit);
        using var supervisor = await stage.Cluster.Nodes[0].SignedInAsync("sam", "Supervisor");
        using var agent = await stage.Cluster.Nodes[0].SignedInAsync("ann", "Agent");
        var day = $"/adherence/agents/{ann.Id}/days/2026-01-01";

        (await supervisor.GetAsync($"/adherence/agents?unit_id={unit}")).Is(OK);
        (await supervisor.GetAsync(day)).Is(OK);
        (await agent.GetAsync($"/adherence/agents?unit_id={unit}")).Is(Forbidden);
        (await agent.GetAsync(day)).Is(Forbidden);
        (await supervisor.GetAsync($"/adherence/agents?unit_id={Guid.NewGuid()}")).Is(NotFound);
        (await supervisor.GetAsync($"/adherence/agents/{Guid.NewGuid()}/days/2026-01-01")).Is(NotFound);
        Assert.Equal(["day"], (await supervisor.GetAsync(day.Replace("2026", "2126"))).Is(BadRequest).Fields);
    }

    private static List<JsonElement> All(JsonElement day, string name) => [.. day.GetProperty(name).EnumerateArray()];
}
