using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Muster.Server.Tests.Demand;

/// <summary>The rest of a day, forecast again from what came so far.</summary>
public sealed class IntradayTests
{
    private static readonly DateOnly Begin = new(2025, 3, 3);
    private static readonly DateOnly Day = new(2025, 4, 15);

    [Fact]
    public async Task The_rest_of_a_day_shares_a_part_of_what_came_too_much()
    {
        await using var stage = await DemandStage.SetAsync();
        var forecast = await ForecastAsync(stage, 1.2, 26);

        var again = await AskAsync(stage, forecast, "");

        Assert.Equal("13:00", again.GetProperty("known_until").GetString());
        Assert.Equal(1.2, Number(again, "came_so_far") / Number(again, "forecast_so_far"), 2);
        Assert.InRange(Number(again, "factor_of_rest"), 1.01, 1.2);
        var machine = (await stage.PartAsync(forecast)).GetProperty("days").EnumerateArray()
            .Single(day => day.GetProperty("date").GetString() == "2025-04-15").GetProperty("volumes");
        Assert.Equal(JsonValueKind.Null, again.GetProperty("rest")[25].ValueKind);
        Assert.Equal(
            machine[26].GetDouble() * Number(again, "factor_of_rest"), again.GetProperty("rest")[26].GetDouble(), 1);
        Assert.Equal(72, again.GetProperty("actual")[16].GetDouble(), 6);
        Assert.Equal(JsonValueKind.Null, again.GetProperty("actual")[26].ValueKind);
        var rest = again.GetProperty("rest").EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Number);
        Assert.Equal(
            Number(again, "came_so_far") + rest.Sum(one => one.GetDouble()), Number(again, "total"), 1);
    }

    [Fact]
    public async Task What_is_known_later_can_be_left_aside()
    {
        await using var stage = await DemandStage.SetAsync();
        var forecast = await ForecastAsync(stage, 1.2, 26);

        var again = await AskAsync(stage, forecast, "&until=10:15");

        Assert.Equal("10:00", again.GetProperty("known_until").GetString());
    }

    [Fact]
    public async Task Before_anything_came_it_stays_as_forecast()
    {
        await using var stage = await DemandStage.SetAsync();
        var forecast = await ForecastAsync(stage, 1, 16);

        var again = await AskAsync(stage, forecast, "");

        Assert.Equal(JsonValueKind.Null, again.GetProperty("known_until").ValueKind);
        Assert.Equal(Number(again, "forecast_total"), Number(again, "total"), 1);
        Assert.Equal(1, Number(again, "factor_of_rest"), 3);
    }

    [Fact]
    public async Task An_interval_that_is_told_in_part_does_not_count_yet()
    {
        await using var stage = await DemandStage.SetAsync();
        var five = await stage.MakeGroupAsync("Mortgages", "five");
        await stage.TellAsync(Begin, 6, "half");
        await WriteAsync(stage, new("five", 5, Begin, 42, 1, 10 * 12));
        var forecast = await stage.ForecastAsync(new { first_day = "2025-04-14", planning_group_ids = new[] { five } });
        await WriteAsync(stage, new("five", 5, Day, 1, 1, 10 * 12 - 2));

        var again = (await stage.Client.GetAsync(
            $"/forecasts/{forecast.GetProperty("id")}/groups/{five}/intraday?date=2025-04-15"))
            .Is(HttpStatusCode.OK).Body;

        // Told up to 17:50, in intervals of 15 minutes.
        Assert.Equal("17:45", again.GetProperty("known_until").GetString());
    }

    [Theory]
    [InlineData("date=2025-06-01", "date")]
    [InlineData("date=yesterday", "date")]
    [InlineData("date=2025-04-15&until=noon", "until")]
    public async Task What_is_wrong_is_named(string query, string field)
    {
        await using var stage = await DemandStage.SetAsync();
        var forecast = await ForecastAsync(stage, 1, 20);

        var answer = await stage.Client.GetAsync($"{stage.PathOf(forecast)}/intraday?{query}");

        Assert.Equal([field], answer.Is(HttpStatusCode.BadRequest).Fields);
    }

    /// <summary>Six weeks of history, and of one day that is forecast what came up to a half hour.</summary>
    private static async Task<JsonElement> ForecastAsync(DemandStage stage, double factor, int until)
    {
        await stage.TellAsync(Begin, 6);
        var forecast = await stage.ForecastAsync();
        if (until > 16)
        {
            await WriteAsync(stage, new(DemandStage.Queue, 30, Day, 1, factor, until - 16));
        }

        return forecast;
    }

    private static async Task WriteAsync(DemandStage stage, Told told)
    {
        var rows = Enumerable.Range(0, told.Days).Select(told.From.AddDays).SelectMany(day => Enumerable
            .Range(0, told.Count).Select(number => new
            {
                queue = told.Queue,
                start = string.Create(CultureInfo.InvariantCulture,
                    $"{day.ToDateTime(new TimeOnly(8, 0)).AddMinutes(number * told.Minutes):s}{OffsetOf(day)}"),
                offered = DemandStage.VolumeOf(day, 16 + number * told.Minutes / 30) * told.Factor * told.Minutes / 30,
            }));
        var body = new { business_unit_id = stage.Unit, minutes = told.Minutes, rows };
        (await stage.Client.PostAsync("/history/rows", body)).Is(HttpStatusCode.OK);
    }

    // Summer time begins on 30 March 2025.
    private static string OffsetOf(DateOnly day) => day >= new DateOnly(2025, 3, 30) ? "+02:00" : "+01:00";

    private static async Task<JsonElement> AskAsync(DemandStage stage, JsonElement forecast, string more) =>
        (await stage.Client.GetAsync($"{stage.PathOf(forecast)}/intraday?date=2025-04-15{more}"))
        .Is(HttpStatusCode.OK).Body;

    private static double Number(JsonElement of, string name) => of.GetProperty(name).GetDouble();

    /// <summary>So many intervals from 8 o'clock on, on some days.</summary>
    private sealed record Told(string Queue, int Minutes, DateOnly From, int Days, double Factor, int Count);
}
