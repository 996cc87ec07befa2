using System.Net;

namespace Muster.Server.Tests.Demand;

/// <summary>
/// Forecasts in the background: what goes wrong with one of them, and what a node leaves in the middle.
/// </summary>
public sealed class ForecastDutyTests
{
    private static readonly DateOnly Begin = new(2026, 3, 2);

    [Fact]
    public async Task A_forecast_that_the_database_never_answers_does_not_keep_the_others_waiting()
    {
        await using var stage = await DemandStage.SetAsync();
        await stage.TellAsync(Begin, 4);
        var slow = await stage.MakeGroupAsync("Slow", DemandStage.Queue);
        await stage.Node.Database.ScalarAsync($"""
            CREATE FUNCTION too_slow() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION 'canceling statement due to statement timeout' USING ERRCODE = '57014'; END $$;
            CREATE TRIGGER too_slow BEFORE UPDATE ON forecast_group
            FOR EACH ROW WHEN (NEW.planning_group_id = '{slow}') EXECUTE FUNCTION too_slow()
            """);

        var failing = await stage.AskAsync(new { planning_group_ids = new[] { slow } });
        var other = await stage.ForecastAsync(new { planning_group_ids = new[] { stage.Group } });

        Assert.Equal("done", other.GetProperty("state").GetString());
        var failed = (await stage.Client.GetAsync($"/forecasts/{failing.GetProperty("id")}")).Is(HttpStatusCode.OK);
        Assert.Equal("failed", failed.At("state"));
        Assert.Contains("did not answer in time", failed.At("sentence"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_node_has_made_before_it_died_stays_and_the_rest_is_made()
    {
        await using var stage = await DemandStage.SetAsync();
        await stage.TellAsync(Begin, 4);
        var rest = await stage.MakeGroupAsync("Rest", DemandStage.Queue);
        var forecast = await stage.ForecastAsync();
        await stage.Node.Database.ScalarAsync($"""
            UPDATE forecast_group SET machine = NULL WHERE planning_group_id = '{rest}';
            UPDATE forecast SET state = 'running', done = 1, ended_at = NULL
            """);

        await stage.ForecastAsync();

        var again = (await stage.Client.GetAsync($"/forecasts/{forecast.GetProperty("id")}")).Is(HttpStatusCode.OK);
        Assert.Equal(("done", "2"), (again.At("state"), again.At("done")));
        Assert.Equal(2, (await stage.PartAsync(forecast)).GetProperty("version").GetInt32());
        var made = await stage.Client.GetAsync($"/forecasts/{forecast.GetProperty("id")}/groups/{rest}");
        Assert.Equal(("3", "30"), (made.At("version"), made.At("minutes")));
    }

    [Fact]
    public async Task How_far_an_open_forecast_is_can_be_asked_again_and_again()
    {
        await using var stage = await DemandStage.SetAsync();
        await stage.TellAsync(Begin, 4);
        var forecast = await stage.ForecastAsync();
        var path = $"/forecasts/{forecast.GetProperty("id")}";
        var ended = (await stage.Client.GetAsync(path)).Is(HttpStatusCode.OK).ETag;
        await stage.Node.Database.ScalarAsync("""
            UPDATE forecast_group SET machine = NULL, version = 1;
            UPDATE forecast SET state = 'running', done = 0, ended_at = NULL
            """);

        var open = await stage.Client.GetAsync(path, ("If-None-Match", ended));
        var part = (await stage.Client.GetAsync(stage.PathOf(forecast))).Is(HttpStatusCode.OK);
        await stage.ForecastAsync();
        var after = await stage.Client.GetAsync(stage.PathOf(forecast), ("If-None-Match", part.ETag));

        Assert.Equal("running", open.Is(HttpStatusCode.OK).At("state"));
        Assert.False(open.Headers.ContainsKey("ETag"));
        Assert.NotEmpty(after.Is(HttpStatusCode.OK).Body.GetProperty("days").EnumerateArray());
    }
}
