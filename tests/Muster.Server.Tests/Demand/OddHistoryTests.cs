using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Muster.Server.Tests.Demand;

/// <summary>
/// Histories as they come, through import and forecast: a clear message, or a sensible forecast with its reason.
/// </summary>
public sealed class OddHistoryTests
{
    private static readonly DateTime Monday = new(2026, 1, 5);

    [Fact]
    public async Task Days_of_15_and_of_30_minutes_in_one_file_become_intervals_of_30_and_no_call_is_lost()
    {
        await using var stage = await DemandStage.SetAsync();
        var file = Text(Days(14).SelectMany(day => Day(day, day < Monday.AddDays(10) ? 15 : 30)));

        var read = (await ImportAsync(stage, "", file)).Is(HttpStatusCode.OK).Body;

        Assert.Equal(30, read.GetProperty("minutes").GetInt32());
        Assert.Equal(14 * 20, read.GetProperty("written").GetProperty("added").GetInt32());
        Assert.Equal(14 * 600, read.GetProperty("offered").GetDouble());
        Assert.Contains("loans: The intervals have 15 minutes on most days and another length on 4 (first 2026-01-15): "
            + "all are taken as 30 minutes.", Remarks(read), StringComparison.Ordinal);
        var part = await stage.PartAsync(await stage.ForecastAsync());
        Assert.InRange(part.GetProperty("days")[0].GetProperty("volumes")[20].GetDouble(), 29, 31);
    }

    [Fact]
    public async Task Half_hours_in_the_evening_are_no_quarters_with_gaps()
    {
        await using var stage = await DemandStage.SetAsync();
        var file = Text(Days(14).SelectMany(day => Day(day, 15).Where(row => row.At.Hour < 14)
            .Concat(Day(day, 30).Where(row => row.At.Hour >= 14))));

        var read = (await ImportAsync(stage, "", file)).Is(HttpStatusCode.OK).Body;

        Assert.Equal((30, 14 * 600), (read.GetProperty("minutes").GetInt32(), read.GetProperty("offered").GetDouble()));
        Assert.Contains("until 14:00", Remarks(read), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_queue_of_a_file_has_its_own_length()
    {
        await using var stage = await DemandStage.SetAsync();
        var file = Text(Days(7).SelectMany(day => Day(day, 15).Concat(Day(day, 60, "cards"))));

        (await ImportAsync(stage, "", file)).Is(HttpStatusCode.OK);

        var queues = (await stage.Client.GetAsync($"/history/queues?business_unit_id={stage.Unit}")).Items;
        Assert.Equal(
            [("cards", 60, 7 * 600), ("loans", 15, 7 * 600)],
            queues.Select(queue => (queue.GetProperty("queue").GetString()!, queue.GetProperty("minutes").GetInt32(),
                queue.GetProperty("offered").GetInt32())).Order());
    }

    [Fact]
    public async Task A_file_of_another_length_than_the_queue_has_is_refused_by_name_until_it_is_asked_for_in_that_one()
    {
        await using var stage = await DemandStage.SetAsync();
        (await ImportAsync(stage, "", Text(Days(7).SelectMany(day => Day(day, 30))))).Is(HttpStatusCode.OK);
        var finer = Text(Days(14).Skip(7).SelectMany(day => Day(day, 15)));
        var coarser = Text(Days(14).Skip(7).SelectMany(day => Day(day, 60)));

        var refused = await ImportAsync(stage, "", finer);
        var summed = (await ImportAsync(stage, "minutes=30", finer)).Is(HttpStatusCode.OK).Body;
        var split = await ImportAsync(stage, "minutes=30", coarser);

        Assert.Contains("are 15 for the queue loans, whose history has 30", refused.Is(HttpStatusCode.BadRequest).Text,
            StringComparison.Ordinal);
        Assert.Equal(7 * 600, summed.GetProperty("offered").GetDouble());
        Assert.Equal(["minutes"], split.Is(HttpStatusCode.BadRequest).Fields);
        Assert.Contains("of loans: 30 is finer than the history, which has intervals of 60", split.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_hours_that_were_told_as_quarters_are_forecast_as_half_hours()
    {
        await using var stage = await DemandStage.SetAsync();
        var rows = Days(14).SelectMany(day => Day(day, 30)).Select(row => new
        {
            queue = DemandStage.Queue,
            start = new DateTimeOffset(row.At, TimeSpan.FromHours(1)),
            offered = row.Offered,
        });
        (await stage.Client.PostAsync("/history/rows", new { business_unit_id = stage.Unit, minutes = 15, rows }))
            .Is(HttpStatusCode.OK);

        var part = await stage.PartAsync(await stage.ForecastAsync());

        Assert.Equal(30, part.GetProperty("minutes").GetInt32());
        Assert.InRange(part.GetProperty("days")[0].GetProperty("volumes")[20].GetDouble(), 29, 31);
    }

    [Fact]
    public async Task Rows_that_no_interval_begins_with_or_that_leave_a_part_of_one_open_are_rejected_by_line()
    {
        await using var stage = await DemandStage.SetAsync();
        var rows = Day(Monday, 30).Concat(Day(Monday.AddDays(1), 15)).ToList();
        rows[3] = rows[3] with { At = rows[3].At.AddMinutes(7) };
        rows[30] = rows[30] with { Offered = 0 };
        rows.RemoveAt(25);

        var read = (await ImportAsync(stage, "minutes=30", Text(rows))).Is(HttpStatusCode.OK).Body;

        var rejected = read.GetProperty("rejected").EnumerateArray()
            .Select(row => (row.GetProperty("line").GetInt32(), row.GetProperty("reason").GetString()!)).ToArray();
        Assert.Equal([5, 26], rejected.Select(row => row.Item1));
        Assert.StartsWith("is not where an interval of 30 minutes begins.", rejected[0].Item2,
            StringComparison.Ordinal);
        Assert.Contains("of which the file tells 15 only", rejected[1].Item2, StringComparison.Ordinal);
        Assert.Equal(38, read.GetProperty("intervals").GetInt32());
    }

    [Fact]
    public async Task A_file_of_UTC_in_a_unit_of_Berlin_is_told_at_the_preview_and_with_the_forecast()
    {
        await using var stage = await DemandStage.SetAsync();
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var file = Text(Days(120).SelectMany(day => Day(day, 30))
            .Select(row => row with { At = TimeZoneInfo.ConvertTimeToUtc(row.At, berlin) }));

        var shown = (await ImportAsync(stage, "preview=true", file)).Is(HttpStatusCode.OK).Body;
        (await ImportAsync(stage, "", file)).Is(HttpStatusCode.OK);
        var part = await stage.PartAsync(await stage.ForecastAsync());

        const string Told = "On 1 of 1 days on which the clocks of Europe/Berlin were moved (first 2026-03-29), the "
            + "course of the day moved against them";
        Assert.Contains($"loans: {Told}", Remarks(shown), StringComparison.Ordinal);
        Assert.Contains(part.GetProperty("remarks").EnumerateArray(), remark =>
            remark.GetProperty("sentence").GetString()!.StartsWith(Told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_working_day_that_falls_into_the_night_of_the_unit_is_told()
    {
        await using var stage = await DemandStage.SetAsync();
        var file = Text(Days(14).SelectMany(day => Day(day, 30))
            .Select(row => row with { At = row.At.AddHours(13) }));

        var read = (await ImportAsync(stage, "preview=true", file)).Is(HttpStatusCode.OK).Body;

        Assert.Contains("at night. Maybe the times are not those of Europe/Berlin.", Remarks(read),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a single week", 7, -1, "of history are too few to try methods on", "ranges are a guess")]
    [InlineData("zeros", 84, 0, "", "Nothing ever came: the forecast is zero.")]
    [InlineData("a spike", 84, 1_000_000, "", "2026-02-04")]
    public async Task What_is_odd_is_forecast_and_the_reason_told(
        string what, int days, double odd, string reason, string remark)
    {
        await using var stage = await DemandStage.SetAsync();
        var spike = Monday.AddDays(30).AddHours(11);
        var file = Text(Days(days).SelectMany(day => Day(day, 30))
            .Select(row => odd == 0 || (odd > 0 && row.At == spike) ? row with { Offered = odd } : row));
        (await ImportAsync(stage, "", file)).Is(HttpStatusCode.OK);

        var forecast = await stage.ForecastAsync();
        var part = await stage.PartAsync(forecast);
        var staffing = (await stage.Client.GetAsync(
            $"{stage.PathOf(forecast)}/requirement?handle_seconds=200")).Is(HttpStatusCode.OK).Body;

        var usual = odd == 0 ? 0 : 30;
        Assert.All(part.GetProperty("days").EnumerateArray(), day => Assert.InRange(
            day.GetProperty("volumes")[20].GetDouble(), 0.9 * usual, 1.1 * usual));
        var why = part.GetProperty("horizons")[0].GetProperty("reason").GetString()!;
        Assert.True(why.Length > 20 && why.Contains(reason, StringComparison.Ordinal), $"{what}: {why}");
        Assert.Contains(remark, part.GetProperty("remarks").ToString(), StringComparison.Ordinal);
        var agents = staffing.GetProperty("days")[0].GetProperty("agents")[20].GetInt32();
        Assert.InRange(agents, usual == 0 ? 0 : 4, usual == 0 ? 1 : 8);
    }

    [Fact]
    public async Task A_queue_of_which_no_row_can_be_used_is_told_row_by_row()
    {
        await using var stage = await DemandStage.SetAsync();

        // Every row starts a minute after an interval does.
        var file = Text(Day(Monday, 30).Select(row => row with { At = row.At.AddMinutes(1) }));
        var read = (await ImportAsync(stage, "minutes=30", file)).Is(HttpStatusCode.OK).Body;

        Assert.Equal((0, 20), (
            read.GetProperty("intervals").GetInt32(), read.GetProperty("rejected_rows").GetInt32()));
    }

    [Fact]
    public async Task Five_minutes_day_and_night_over_a_year_come_in_and_are_forecast_in_the_units_intervals()
    {
        await using var stage = await DemandStage.SetAsync();
        const int Rows = 365 * 288;
        var file = Text(Enumerable.Range(0, Rows).Select(i => Monday.AddMinutes(5 * (i - Rows)))
            .Select((at, i) => new Row(DemandStage.Queue, at, at.Hour is > 6 and < 22 ? 10 + i % 3 : i % 2)));

        var read = (await ImportAsync(stage, "", file)).Is(HttpStatusCode.OK).Body;
        var part = await stage.PartAsync(await stage.ForecastAsync());

        // One night of the year has an hour that clocks skip: these rows do not happen.
        Assert.Equal((5, Rows - 12, 12), (
            read.GetProperty("minutes").GetInt32(), read.GetProperty("intervals").GetInt32(),
            read.GetProperty("rejected_rows").GetInt32()));
        Assert.Equal(15, part.GetProperty("minutes").GetInt32());
        Assert.InRange(part.GetProperty("days")[0].GetProperty("volumes")[48].GetDouble(), 32, 34);
        Assert.DoesNotContain(part.GetProperty("remarks").EnumerateArray(), remark =>
            remark.GetProperty("kind").GetString() is "partial_day" or "absent");
    }

    private static string Remarks(JsonElement read) => string.Join('\n', read.GetProperty("remarks").EnumerateArray());

    private static IEnumerable<DateTime> Days(int count) =>
        Enumerable.Range(0, count).Select(day => Monday.AddDays(day));

    /// <summary>One contact a minute, from 8 to 18 o'clock.</summary>
    private static IEnumerable<Row> Day(DateTime day, int minutes, string queue = DemandStage.Queue) =>
        Enumerable.Range(0, 600 / minutes).Select(i => new Row(queue, day.AddMinutes(480 + i * minutes), minutes));

    private static string Text(IEnumerable<Row> rows) => rows.Aggregate(
        new StringBuilder("queue,start,offered\n"), (text, row) => text.Append(
            CultureInfo.InvariantCulture, $"{row.Queue},{row.At:yyyy-MM-dd HH:mm},{row.Offered}\n")).ToString();

    private static Task<TestAnswer> ImportAsync(DemandStage stage, string query, string file) =>
        stage.Client.SendAsync(
            HttpMethod.Post, $"/history/import?business_unit_id={stage.Unit}&{query}",
            new StringContent(file, Encoding.UTF8, "text/csv"));

    private sealed record Row(string Queue, DateTime At, double Offered);
}
