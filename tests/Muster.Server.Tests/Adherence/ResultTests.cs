using Microsoft.Extensions.DependencyInjection;
using Muster.Server.Adherence.Results;
using Muster.Testing;
using static System.Net.HttpStatusCode;
using static Muster.Server.Tests.Adherence.TodayStage;

namespace Muster.Server.Tests.Adherence;

/// <summary>Whatever comes late, what is stored is what a replay of each day gives, row for row.</summary>
[Collection<OnTodayStage>]
public sealed class ResultTests(TodayStage stage)
{
    [Fact]
    public async Task What_is_told_of_today_is_stored_as_a_replay_gives_it()
    {
        var unit = await stage.UnitAsync();
        var ann = await stage.HireAsync(unit);
        var stored = new StoredRows(stage.Cluster.Nodes[1], ann.Id);
        await stage.TellAsync(ann.Name, Ready, -119);
        await stage.TellAsync(ann.Name, Eating, -50);
        await stage.UntilAsync(unit, "out", "not_on_queue");
        var first = await stored.UntilReplayedAsync();

        // An event that comes late, a schedule of the past, and an approval of it.
        await stage.TellAsync(ann.Name, Eating, -100);
        await stage.TellAsync(ann.Name, Ready, -90);
        var late = await stored.UntilReplayedAsync();
        await stage.ChangeAsync(unit, stage.Lunch(ann.Id, -80, 40));
        var lunch = await stored.UntilReplayedAsync();
        await ApproveAsync(ann.Id, stage.Minute(-35), stage.Minute(-20));
        var approved = await stored.UntilReplayedAsync();

        await Until.FineAsync(TimeSpan.FromSeconds(20), () => Task.FromResult(
            stage.Cluster.Nodes.Select(node => node.Host.Services.GetRequiredService<ResultDesk>().Remembered)
                .FirstOrDefault(remembered => remembered > 0) is > 0 and var left ? $"{left} are remembered." : null));
        Assert.Contains(first, row => row.Contains("out negative not_on_queue", StringComparison.Ordinal));
        Assert.NotEqual(first, late);
        Assert.Contains(lunch, row => row.Contains("told_too_late", StringComparison.Ordinal));
        Assert.Contains(approved, row => row.Contains("approved", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_removed_has_results_up_to_then()
    {
        var unit = await stage.UnitAsync();
        var ann = await stage.HireAsync(unit);
        var stored = new StoredRows(stage.Cluster.Nodes[1], ann.Id);
        await stage.TellAsync(ann.Name, Ready, -119);
        await stored.UntilReplayedAsync();

        await stage.RemoveAsync(ann.Id, stage.Minute(-40));
        var left = await stored.UntilReplayedAsync();

        var end = $"{stage.Minute(-40):MM-dd HH:mm}";
        Assert.NotEmpty(left);
        Assert.All(left, row => Assert.True(string.CompareOrdinal(row, end) < 0, row));
    }

    [Fact]
    public async Task What_is_told_of_days_that_have_passed_is_judged_anew()
    {
        var unit = await stage.UnitAsync();
        var ann = await stage.HireAsync(unit);
        var stored = new StoredRows(stage.Cluster.Nodes[0], ann.Id);
        await stage.UntilAsync(unit, "unknown", "never_heard");

        await stage.TellAsync(ann.Name, Ready, stage.NoonOf(-6));
        await stage.TellAsync(ann.Name, "strange", stage.NoonOf(-6).AddHours(3));
        await stage.TellAsync(ann.Name, Eating, stage.NoonOf(-4).AddHours(2));
        var events = await stored.UntilReplayedAsync(8);
        await stage.ChangeAsync(unit, stage.ShiftOf(ann.Id, -6));
        await stage.ChangeAsync(unit, stage.ShiftOf(ann.Id, -5));
        var shifts = await stored.UntilReplayedAsync(8);
        await stage.MapAsync("strange", "meal");
        var mapped = await stored.UntilReplayedAsync(8);
        await ApproveAsync(ann.Id, stage.NoonOf(-6).AddHours(3), stage.NoonOf(-6).AddHours(4));
        var approved = await stored.UntilReplayedAsync(8);

        Assert.Contains(events, row => row.Contains("working_unscheduled", StringComparison.Ordinal));
        Assert.Contains(shifts, row => row.Contains("state_not_mapped", StringComparison.Ordinal));
        Assert.DoesNotContain(mapped, row => row.Contains("state_not_mapped", StringComparison.Ordinal));
        Assert.Contains(mapped, row => row.Contains("not_on_queue", StringComparison.Ordinal));
        Assert.Contains(approved, row => row.Contains("explained", StringComparison.Ordinal));
        await stage.Cluster.Nodes[0].Database.UntilAsync("SELECT NOT EXISTS (SELECT FROM muster.adherence_recount)");
    }

    [Fact]
    public async Task A_source_that_was_silent_for_days_fills_them_when_it_comes_back()
    {
        var unit = await stage.UnitAsync();
        var ann = await stage.HireAsync(unit);
        var stored = new StoredRows(stage.Cluster.Nodes[0], ann.Id);
        var database = stage.Cluster.Nodes[0].Database;
        await stage.TellAsync(ann.Name, Eating, stage.NoonOf(-6), "away");
        await database.ScalarAsync(
            "UPDATE muster.event_source SET heard_at = heard_at - interval '5 days' WHERE name = 'away'");
        await database.UntilAsync(
            "SELECT EXISTS (SELECT FROM muster.adherence_position p, muster.event_source s "
            + "WHERE s.name = 'away' AND (p.heard ->> s.number::text)::timestamptz = s.heard_at)");
        await stage.ChangeAsync(unit, stage.ShiftOf(ann.Id, -3));
        var silent = await stored.UntilReplayedAsync(8);

        (await Events.EventStage.SendAsync(stage.Client, "away", [])).Is(OK);
        await stage.ChangeAsync(unit, stage.ShiftOf(ann.Id, -1));
        var back = await stored.UntilReplayedAsync(8);

        Assert.Contains(silent, row => row.Contains("source_silent", StringComparison.Ordinal));
        Assert.DoesNotContain(back, row => row.Contains("source_silent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_source_has_lost_on_days_that_have_passed_is_stored_as_unknown_until_it_is_taken_back()
    {
        var unit = await stage.UnitAsync();
        var ann = await stage.HireAsync(unit);
        var stored = new StoredRows(stage.Cluster.Nodes[0], ann.Id);
        await stage.TellAsync(ann.Name, Eating, stage.NoonOf(-6), "quiet");
        await stage.ChangeAsync(unit, stage.ShiftOf(ann.Id, -5));
        await stored.UntilReplayedAsync(8);
        var source = (await stage.Client.GetAsync("/events/sources")).Is(OK).Items
            .Single(one => Text(one, "name") == "quiet");
        var losses = $"/events/sources/{Text(source, "id")}/losses";

        var told = (await stage.Client.PostAsync(
            losses, new { start = stage.NoonOf(-5), end = stage.NoonOf(-5).AddHours(1) })).Is(Created);
        var lost = await stored.UntilReplayedAsync(8);
        (await stage.Client.DeleteAsync($"{losses}/{told.At("id")}")).Is(NoContent);
        var again = await stored.UntilReplayedAsync(8);

        Assert.Contains(lost, row => row.Contains("source_silent", StringComparison.Ordinal));
        Assert.DoesNotContain(again, row => row.Contains("source_silent", StringComparison.Ordinal));
    }

    private async Task ApproveAsync(Guid agent, DateTimeOffset start, DateTimeOffset end) =>
        (await stage.Client.PostAsync(
            $"/adherence/agents/{agent}/approvals", new { start, end, note = "Fire drill" })).Is(Created);
}
