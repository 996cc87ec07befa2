using System.Text.Json;
using static System.Net.HttpStatusCode;
using static Muster.Server.Tests.Adherence.TodayStage;

namespace Muster.Server.Tests.Adherence;

/// <summary>A source says that it lost something.</summary>
[Collection<OnTodayStage>]
public sealed class LostTimeTests(TodayStage stage)
{
    [Fact]
    public async Task What_a_source_has_lost_is_unknown_until_it_is_taken_back()
    {
        var unit = await stage.UnitAsync();
        var ann = await stage.HireAsync(unit);
        await stage.TellAsync(ann.Name, Eating, -30, "quiet");
        await stage.UntilAsync(unit, "out", "not_on_queue");
        var losses = $"/events/sources/{await SourceAsync()}/losses";

        var told = (await stage.Client.PostAsync(
            losses, new { start = stage.Minute(-20), end = stage.Minute(-10), note = "Restarted" })).Is(Created);
        await UntilSinceAsync(unit, -10);
        var day = await DayAsync(ann.Id, "judged");
        var listed = Assert.Single((await stage.Clients[1].GetAsync(losses)).Is(OK).Items);
        (await stage.Client.DeleteAsync($"{losses}/{told.At("id")}")).Is(NoContent);
        (await stage.Client.DeleteAsync($"{losses}/{told.At("id")}")).Is(NotFound);
        await UntilSinceAsync(unit, -30);

        var unknown = Assert.Single(day, span => Text(span, "rule") == "source_silent");
        Assert.Equal(
            (stage.Minute(-20), stage.Minute(-10)),
            (unknown.GetProperty("start").GetDateTimeOffset(), unknown.GetProperty("end").GetDateTimeOffset()));
        Assert.Equal("Restarted", Text(listed, "note"));
        Assert.DoesNotContain(await DayAsync(ann.Id, "judged"), span => Text(span, "rule") == "source_silent");
        var audit = await stage.Client.GetAsync($"/audit?entity=event%20loss&entity_id={told.At("id")}");
        Assert.Equal(["taken back", "told"], audit.Is(OK).Items.Select(change => Text(change, "action")));
    }

    [Fact]
    public async Task A_loss_that_cannot_be_is_refused_by_field_and_who_may_only_look_tells_none()
    {
        await stage.TellAsync((await stage.HireAsync(await stage.UnitAsync())).Name, Eating, -3, "quiet");
        var losses = $"/events/sources/{await SourceAsync()}/losses";
        using var supervisor = await stage.Cluster.Nodes[0].SignedInAsync("sid", "Supervisor");

        var ahead = await stage.Client.PostAsync(
            losses, new { start = stage.Minute(-5), end = stage.Minute(60), note = new string('x', 501) });
        var backwards = await stage.Client.PostAsync(losses, new { start = stage.Minute(-5), end = stage.Minute(-5) });
        var old = await stage.Client.PostAsync(
            losses, new { start = stage.Minute(-1000 * 24 * 60), end = stage.Minute(0) });
        var nowhere = await stage.Client.PostAsync(
            $"/events/sources/{Guid.NewGuid()}/losses", new { start = stage.Minute(-5), end = stage.Minute(-4) });

        Assert.Equal(["end", "note"], ahead.Is(BadRequest).Fields);
        Assert.Equal(["end"], backwards.Is(BadRequest).Fields);
        Assert.Equal(["start", "end"], old.Is(BadRequest).Fields);
        nowhere.Is(NotFound);
        (await supervisor.GetAsync(losses)).Is(OK);
        (await supervisor.PostAsync(losses, new { start = stage.Minute(-5), end = stage.Minute(-4) })).Is(Forbidden);
    }

    private async Task<string?> SourceAsync() => (await stage.Client.GetAsync("/events/sources")).Is(OK).Items
        .Where(source => Text(source, "name") == "quiet").Select(source => Text(source, "id")).Single();

    private async Task UntilSinceAsync(Guid unit, int minute)
    {
        foreach (var client in stage.Clients)
        {
            await TestCluster.UntilAsync(client, $"/adherence/agents?unit_id={unit}", wall =>
                wall.GetProperty("agents")[0].GetProperty("since").GetDateTimeOffset() == stage.Minute(minute));
        }
    }

    private async Task<IReadOnlyList<JsonElement>> DayAsync(Guid agent, string part) =>
    [
        .. (await stage.Client.GetAsync($"/adherence/agents/{agent}/days/{DayOf(stage.Minute(-15))}")).Is(OK)
            .Body.GetProperty(part).EnumerateArray(),
    ];
}
