using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Muster.Domain.Organization;
using Muster.Server.Intraday;
using Muster.Server.Tests.Live;
using Muster.Testing;
using NodaTime;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Intraday;

/// <summary>Today, from statistics to figures.</summary>
public sealed class IntradayDayTests(IntradayDayStage stage) : IClassFixture<IntradayDayStage>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task What_came_stands_beside_the_forecast_and_the_rest_is_forecast_again()
    {
        await stage.TellTodayAsync();

        var day = await DayAsync();

        var behind = (int)(stage.Half - stage.At(6)).TotalMinutes / 30;
        Assert.Equal((30, "Plan", true), (
            day.GetProperty("minutes").GetInt32(), day.GetProperty("forecast").GetProperty("name").GetString(),
            day.GetProperty("published").GetBoolean()));
        Assert.Equal(stage.Half, day.GetProperty("known_until").GetDateTimeOffset());
        var first = Interval(day, stage.At(9));
        Assert.Equal(24, Number(first, "actual", "offered"), 3);
        Assert.Equal(20, Number(first, "forecast", "offered"), 0);
        Assert.Equal(
            (240, 0.75),
            (Number(first, "actual", "handle_seconds"), Number(first, "actual", "service_level")));
        Assert.Equal((1, 1), (first.GetProperty("scheduled").GetDouble(), first.GetProperty("on_queue").GetDouble()));
        Assert.True(first.GetProperty("required").GetDouble() > 1);
        Assert.Equal(0, first.GetProperty("variance").GetProperty("on_queue").GetDouble());
        Assert.Equal(JsonValueKind.Null, first.GetProperty("reforecast").ValueKind);
        Assert.Equal(0, Interval(day, stage.At(7)).GetProperty("on_queue").GetDouble());

        var coming = Interval(day, stage.At(17));
        Assert.Equal(JsonValueKind.Null, coming.GetProperty("actual").ValueKind);
        Assert.InRange(Number(coming, "reforecast", "offered"), 20.1, 24);
        Assert.InRange(Number(coming, "reforecast", "handle_seconds"), 201, 240);
        Assert.Equal(0, Number(coming, "reforecast", "service_level"));
        var figures = day.GetProperty("figures");
        Assert.Equal(24 * behind, Number(figures, "so_far", "offered"), 3);
        Assert.Equal(0.75, Number(figures, "so_far", "service_level"), 3);
        // One agent for all that comes: what was answered in time is all there will be.
        Assert.Equal(
            0.75 * 24 * behind / Number(figures, "day", "offered"),
            figures.GetProperty("predicted_service_level").GetDouble(), 2);
        Assert.Equal(
            (1, 1), (figures.GetProperty("scheduled").GetDouble(), figures.GetProperty("on_queue").GetDouble()));
        var unmapped = Assert.Single(day.GetProperty("unmapped_queues").EnumerateArray());
        Assert.Equal(("lones", "acd", 5), (
            unmapped.GetProperty("queue").GetString(), unmapped.GetProperty("source").GetString(),
            unmapped.GetProperty("offered").GetDouble()));
        Assert.InRange(day.GetProperty("deviations").GetArrayLength(), 1, 5);
        Assert.Contains(day.GetProperty("deviations").EnumerateArray(), deviation =>
            deviation.GetProperty("sentence").GetString()!.StartsWith("Loans: ", StringComparison.Ordinal));
        await TheForecastKnowsItAsync(day, behind);
    }

    [Fact]
    public async Task Who_follows_a_unit_is_told_to_read_again_when_statistics_come_in()
    {
        using var line = await LiveLine.OpenAsync(stage.Node, stage.Client);
        await line.SubscribeAsync($"intraday/{stage.Business}");
        var before = Statistics(await line.NextAsync("page", page => page.GetProperty("whole").GetBoolean()));

        await stage.TellAgainAsync(12);

        await line.NextAsync("page", page => Statistics(page) != before);
        await line.SubscribeAsync($"intraday/{Guid.NewGuid()}");
        await line.NextAsync("refused");
    }

    [Fact]
    public async Task Another_unit_s_group_and_a_forecast_that_is_not_there_are_not_found()
    {
        var path = $"/intraday?business_unit_id={stage.Business}";

        (await stage.Client.GetAsync($"{path}&planning_group_id={Guid.NewGuid()}")).Is(NotFound);
        (await stage.Client.GetAsync($"{path}&forecast_id={Guid.NewGuid()}")).Is(NotFound);
        (await stage.Client.GetAsync($"/intraday?business_unit_id={Guid.NewGuid()}")).Is(NotFound);
    }

    [Fact]
    public async Task A_newer_forecast_of_another_group_takes_no_forecast_away_and_a_silent_queue_is_named()
    {
        await stage.TellTodayAsync();
        var cards = await stage.MakeGroupAsync("Cards", "cards");
        await stage.HistoryAsync("cards");
        await stage.TellOfAsync("cards", 1);
        var newer = await stage.ForecastAsync("Cards only", cards);

        var day = await stage.ReadAsync();
        var again = await stage.ReadAsync();
        (await stage.Client.DeleteAsync($"/forecasts/{newer}")).Is(NoContent);
        var left = await stage.ReadAsync();

        var notes = day.GetProperty("notes").EnumerateArray().Select(note => note.GetString()).ToList();
        Assert.Equal("Cards only", day.GetProperty("forecast").GetProperty("name").GetString());
        Assert.Contains("Of an older forecast, Plan, which Cards only does not replace: Loans.", notes);
        Assert.Contains(
            notes, note => note!.StartsWith("Cards: acd, which told of them lately", StringComparison.Ordinal));
        Assert.Equal(40, Number(Interval(day, stage.At(17)), "forecast", "offered"), 0);
        Assert.Equal(day.GetProperty("notes").ToString(), again.GetProperty("notes").ToString());
        Assert.Equal("Plan", left.GetProperty("forecast").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Of_queues_that_are_told_of_on_other_weekdays_nothing_is_expected()
    {
        await stage.TellOfAsync("closed", 8);
        await stage.TellOfAsync("closed", 1);
        await stage.TellOfAsync("weekly", 7);
        await stage.TellOfAsync("gone", 14);
        var frame = new DayFrame(
            new LocalDate(stage.Half.Year, stage.Half.Month, stage.Half.Day),
            DateTimeZone.ForOffset(Offset.FromTimeSpan(stage.Half.Offset)), 15);
        var group = new PlanningGroup
        {
            Id = new PlanningGroupId(Guid.NewGuid()),
            Name = "All",
            BusinessUnitId = new BusinessUnitId(stage.Business),
            Channel = Channel.Voice,
            Queues = [.. new[] { "closed", "weekly", "gone" }.Select(queue => new PlannedQueue(queue, queue))],
        };

        var told = await stage.Node.Host.Services.GetRequiredService<CameReading>().ToldAsync(
            new TenantId(stage.Tenant), [group], frame, default);

        var silent = Assert.Single(told.Silent);
        Assert.Equal(("weekly", Instant.FromDateTimeOffset(stage.At(6))), (silent.Queue, silent.From));
    }

    [Fact]
    public async Task A_day_without_a_forecast_says_so()
    {
        var day = await stage.ReadAsync("&date=2031-01-01");

        Assert.Equal(JsonValueKind.Null, day.GetProperty("forecast").ValueKind);
        Assert.False(day.GetProperty("published").GetBoolean());
        Assert.All(day.GetProperty("intervals").EnumerateArray(), interval =>
            Assert.Equal(JsonValueKind.Null, interval.GetProperty("forecast").ValueKind));
    }

    // Today's statistics reach the forecast's own page as well.
    private async Task TheForecastKnowsItAsync(JsonElement day, int behind)
    {
        var forecast = day.GetProperty("forecast").GetProperty("id").GetGuid();

        var again = (await stage.Client.GetAsync($"/forecasts/{forecast}/groups/{stage.Group}/intraday")).Is(OK).Body;

        Assert.Equal(24 * behind, again.GetProperty("came_so_far").GetDouble(), 3);
    }

    /// <summary>As soon as this node has folded what the agent did.</summary>
    private async Task<JsonElement> DayAsync()
    {
        JsonElement day = default;
        await Until.FineAsync(Patience, async () =>
        {
            day = await stage.ReadAsync($"&planning_group_id={stage.Group}");
            return day.GetProperty("figures").GetProperty("on_queue").ValueKind == JsonValueKind.Number
                ? null
                : day.GetProperty("notes").ToString();
        });
        return day;
    }

    private static JsonElement Interval(JsonElement day, DateTimeOffset start) => day.GetProperty("intervals")
        .EnumerateArray().Single(one => one.GetProperty("start").GetDateTimeOffset() == start);

    private static double Number(JsonElement of, string part, string name) =>
        of.GetProperty(part).GetProperty(name).GetDouble();

    private static string Statistics(JsonElement page) => page.GetProperty("cursor").GetString()!.Split('.')[0];
}
