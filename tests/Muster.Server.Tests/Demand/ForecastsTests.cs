using System.Net;
using System.Text;
using System.Text.Json;

namespace Muster.Server.Tests.Demand;

/// <summary>History comes in, forecasts are made of it in the background, and people put layers on top.</summary>
public sealed class ForecastsTests
{
    private const string Tuesday = "2026-04-28";

    private static readonly DateOnly Begin = new(2026, 3, 2);

    [Fact]
    public async Task A_forecast_goes_on_where_the_history_ends_and_keeps_the_clocks_of_the_site()
    {
        await using var stage = await DemandStage.SetAsync();
        var counts = await stage.TellAsync(Begin, 8);

        var forecast = await stage.ForecastAsync();

        Assert.Equal(8 * 5 * 20, counts.GetProperty("added").GetInt32());
        Assert.Equal("done", forecast.GetProperty("state").GetString());
        var part = await stage.PartAsync(forecast);
        Assert.Equal(30, part.GetProperty("minutes").GetInt32());
        var days = part.GetProperty("days").EnumerateArray().ToList();
        Assert.Equal("2026-04-25", days[0].GetProperty("date").GetString());
        var tuesday = days.Single(day => day.GetProperty("date").GetString() == Tuesday);
        var volumes = Numbers(tuesday, "volumes");
        Assert.Equal(0, volumes[15]);
        Assert.InRange(volumes[20], 55, 65);
        Assert.InRange(volumes[30], 26, 34);
        var horizon = part.GetProperty("horizons")[0];
        Assert.NotEqual("", horizon.GetProperty("reason").GetString());
        Assert.InRange(part.GetProperty("handle_seconds")[10].GetDouble(), 199, 201);
    }

    [Fact]
    public async Task A_history_that_ended_long_ago_is_forecast_from_its_own_end_and_is_audited()
    {
        await using var stage = await DemandStage.SetAsync();
        await stage.TellAsync(new DateOnly(2003, 3, 3), 6);

        var part = await stage.PartAsync(await stage.ForecastAsync());

        Assert.Equal("2003-04-12", part.GetProperty("days")[0].GetProperty("date").GetString());
        var audit = (await stage.Client.GetAsync("/audit?limit=50")).Is(HttpStatusCode.OK).Items;
        Assert.Contains(audit, row => row.ToString().Contains("\"history\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1900-01-01", "must be in the years 1971 to 2200.")]
    [InlineData("2026-03-02", "must be after 2026-03-02, where the history begins")]
    [InlineData("2028-01-01", "must be at most 400 days after 2026-04-24, where the history ends")]
    public async Task A_first_day_of_which_nothing_can_be_forecast_is_refused(string day, string why)
    {
        await using var stage = await DemandStage.SetAsync();
        await stage.TellAsync(Begin, 8);

        var refused = (await stage.Client.PostAsync(
            "/forecasts", new { business_unit_id = stage.Unit, name = "Odd", first_day = day }))
            .Is(HttpStatusCode.BadRequest);

        Assert.Equal(["first_day"], refused.Fields);
        Assert.Contains(why, refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_history_told_again_is_the_same_rows()
    {
        await using var stage = await DemandStage.SetAsync();
        await stage.TellAsync(Begin, 1);

        var again = await stage.TellAsync(Begin, 1);

        Assert.Equal((0, 0, 100), (Count(again, "added"), Count(again, "changed"), Count(again, "unchanged")));
        var queue = Assert.Single((await stage.Client.GetAsync($"/history/queues?business_unit_id={stage.Unit}"))
            .Is(HttpStatusCode.OK).Items);
        Assert.Equal((100, 30), (Count(queue, "intervals"), Count(queue, "minutes")));
    }

    [Fact]
    public async Task A_file_is_shown_before_it_goes_in_and_its_bad_rows_are_told()
    {
        await using var stage = await DemandStage.SetAsync();
        const string File = """
            Date;Time;Queue;Offered;AHT
            2026-03-02;09:00;loans;61;200
            2026-03-02;09:30;loans;-4;200
            2026-03-29;02:30;loans;7;200
            2026-03-02;10:00;loans;58;180
            """;
        var path = $"/history/import?business_unit_id={stage.Unit}&minutes=30";

        var shown = (await SendAsync(stage, $"{path}&preview=true", File)).Is(HttpStatusCode.OK).Body;
        var before = (await stage.Client.GetAsync($"/history/queues?business_unit_id={stage.Unit}")).Items.Count;
        var done = (await SendAsync(stage, path, File)).Is(HttpStatusCode.OK).Body;

        Assert.Equal(0, before);
        Assert.Equal(JsonValueKind.Null, shown.GetProperty("written").ValueKind);
        Assert.Equal(2, done.GetProperty("written").GetProperty("added").GetInt32());
        Assert.Equal(2, done.GetProperty("rejected_rows").GetInt32());
        Assert.Equal(3, done.GetProperty("rejected")[0].GetProperty("line").GetInt32());
        var skipped = done.GetProperty("rejected")[1];
        Assert.Equal((4, "Time"), (Count(skipped, "line"), skipped.GetProperty("field").GetString()));
        Assert.Contains("clocks", skipped.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Layers_lie_on_top_and_the_machine_stays_as_it_was()
    {
        await using var stage = await DemandStage.SetAsync();
        await stage.TellAsync(Begin, 8);
        var forecast = await stage.ForecastAsync();
        var layers = new[] { Times(2) };

        var changed = (await stage.Client.PatchAsync(stage.PathOf(forecast), new { layers }, ("If-Match", "\"2\"")))
            .Is(HttpStatusCode.OK).Body;
        var stale = await stage.Client.PatchAsync(stage.PathOf(forecast), new { layers }, ("If-Match", "\"1\""));
        var wrong = await stage.Client.PatchAsync(
            stage.PathOf(forecast),
            new { layers = new[] { Times(-1) } },
            ("If-Match", "\"3\""));

        var day = changed.GetProperty("days").EnumerateArray()
            .Single(day => day.GetProperty("date").GetString() == Tuesday);
        Assert.Equal(2 * Numbers(day, "machine")[20], Numbers(day, "volumes")[20], 2);
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.Status);
        Assert.Contains("layers[0].value", wrong.Is(HttpStatusCode.BadRequest).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_requirement_follows_from_volume_handle_time_and_goals_and_what_if_changes_nothing()
    {
        await using var stage = await DemandStage.SetAsync();
        await stage.TellAsync(Begin, 8);
        var forecast = await stage.ForecastAsync();

        var usual = await RequireAsync(stage, forecast, "");
        var busier = await RequireAsync(stage, forecast, "?volume_percent=150&shrinkage_percent=40");
        var again = await RequireAsync(stage, forecast, "");

        // 60 calls of 200 s in half an hour are 6.7 erlang; 80 in 20 takes 10 people (Erlang C).
        var tuesday = usual.GetProperty("days").EnumerateArray()
            .Single(day => day.GetProperty("date").GetString() == Tuesday);
        Assert.InRange(tuesday.GetProperty("agents")[20].GetInt32(), 9, 10);
        Assert.Equal(JsonValueKind.Null, tuesday.GetProperty("agents")[10].ValueKind);
        Assert.True(busier.GetProperty("paid_hours").GetDouble() > 1.3 * usual.GetProperty("paid_hours").GetDouble());
        Assert.Equal(usual.ToString(), again.ToString());
        Assert.Contains("shrinkage_percent", (await stage.Client.GetAsync(
            $"{stage.PathOf(forecast)}/requirement?shrinkage_percent=100")).Is(HttpStatusCode.BadRequest).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_since_is_compared_by_horizon_and_day()
    {
        await using var stage = await DemandStage.SetAsync();
        await stage.TellAsync(Begin, 8);
        var forecast = await stage.ForecastAsync();
        await stage.TellAsync(Begin.AddDays(8 * 7), 1);

        var accuracy = (await stage.Client.GetAsync($"{stage.PathOf(forecast)}/accuracy")).Is(HttpStatusCode.OK).Body;

        Assert.Equal(5, accuracy.GetProperty("days").GetArrayLength());
        Assert.InRange(accuracy.GetProperty("horizons")[0].GetProperty("wape").GetDouble(), 0, 0.1);
    }

    [Fact]
    public async Task A_group_without_history_says_why_and_the_others_are_forecast()
    {
        await using var stage = await DemandStage.SetAsync();
        await stage.TellAsync(Begin, 4);
        var other = await stage.MakeGroupAsync("Cards", "cards");

        var forecast = await stage.ForecastAsync();

        Assert.Equal("done", forecast.GetProperty("state").GetString());
        Assert.Contains("1 of 2", forecast.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        var part = (await stage.Client.GetAsync($"/forecasts/{forecast.GetProperty("id")}/groups/{other}"))
            .Is(HttpStatusCode.OK).Body;
        Assert.Contains("cards", part.GetProperty("trouble").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_refused_by_field()
    {
        await using var stage = await DemandStage.SetAsync();
        await stage.TellAsync(Begin, 1);
        var rows = new[] { new { queue = DemandStage.Queue, start = "2026-03-02T09:00:00+01:00", offered = -1 } };

        var negative = await stage.Client.PostAsync(
            "/history/rows", new { business_unit_id = stage.Unit, minutes = 30, rows });
        var mixed = await stage.Client.PostAsync("/history/rows", new
        {
            business_unit_id = stage.Unit,
            minutes = 15,
            rows = new[] { new { queue = DemandStage.Queue, start = "2026-03-02T09:00:00+01:00", offered = 1 } },
        });
        var unknown = await stage.Client.PostAsync(
            "/forecasts", new { business_unit_id = Guid.NewGuid(), name = "x" });
        var weeks = await stage.Client.PostAsync(
            "/forecasts", new { business_unit_id = stage.Unit, name = "x", weeks = 0 });

        Assert.Contains("rows[0].offered", negative.Is(HttpStatusCode.BadRequest).Text, StringComparison.Ordinal);
        Assert.Contains("whose history has 30", mixed.Is(HttpStatusCode.BadRequest).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.Contains("weeks", weeks.Is(HttpStatusCode.BadRequest).Text, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> RequireAsync(DemandStage stage, JsonElement forecast, string query) =>
        (await stage.Client.GetAsync($"{stage.PathOf(forecast)}/requirement{query}")).Is(HttpStatusCode.OK).Body;

    private static object Times(double factor) =>
        new { name = "Campaign", kind = "multiply", value = factor, from = Tuesday, through = Tuesday };

    private static Task<TestAnswer> SendAsync(DemandStage stage, string path, string file) =>
        stage.Client.SendAsync(HttpMethod.Post, path, new StringContent(file, Encoding.UTF8, "text/csv"));

    private static int Count(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static double[] Numbers(JsonElement day, string name) =>
        [.. day.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];
}
