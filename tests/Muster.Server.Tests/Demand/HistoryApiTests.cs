using System.Net;
using System.Text;
using System.Text.Json;
using Muster.Server.Tests.Api.Organization;

namespace Muster.Server.Tests.Demand;

/// <summary>What the addresses of history refuse, and how they read what is unusual.</summary>
public sealed class HistoryApiTests
{
    private const string Ambiguous = """
        Date,Time,Calls
        3/4/2026,9:00 AM,61
        3/4/2026,9:30 AM,44
        3/5/2026,9:00 AM,58
        """;

    [Fact]
    public async Task A_null_among_the_rows_is_refused_by_its_place()
    {
        await using var stage = await DemandStage.SetAsync();

        var answer = await WriteAsync(stage, Row("2026-03-02T09:00:00+01:00"), null);

        Assert.Equal(["rows[1]"], answer.Is(HttpStatusCode.BadRequest).Fields);
    }

    [Theory]
    [InlineData("2026-03-02T09:00:00.0000001+01:00")]
    [InlineData("2026-03-02T09:00:30+01:00")]
    public async Task A_start_that_is_no_whole_minute_is_refused(string start)
    {
        await using var stage = await DemandStage.SetAsync();

        var answer = await WriteAsync(stage, Row("2026-03-02T09:00:00+01:00"), Row(start));

        Assert.Equal(["rows[1].start"], answer.Is(HttpStatusCode.BadRequest).Fields);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%00")]
    [InlineData("a%07b")]
    public async Task What_is_no_name_of_a_queue_is_refused_everywhere(string queue)
    {
        await using var stage = await DemandStage.SetAsync();
        var query = $"business_unit_id={stage.Unit}&queue={queue}";

        var forget = await stage.Client.DeleteAsync($"/history/queues?{query}");
        var import = await ImportAsync(stage, $"queue={queue}&minutes=30", Ambiguous);

        Assert.Equal(["queue"], forget.Is(HttpStatusCode.BadRequest).Fields);
        Assert.Equal(["queue"], import.Is(HttpStatusCode.BadRequest).Fields);
    }

    [Fact]
    public async Task Rows_of_a_file_that_name_no_queue_are_rejected_by_line()
    {
        await using var stage = await DemandStage.SetAsync();
        var file = $"""
            Start;Queue;Offered
            2026-03-02 09:00;loans;61
            2026-03-02 09:30;{new string('x', 201)};7
            2026-03-02 10:00;loans;58
            """;

        var read = (await ImportAsync(stage, "minutes=30", file)).Is(HttpStatusCode.OK).Body;

        Assert.Equal(2, read.GetProperty("written").GetProperty("added").GetInt32());
        var rejected = Assert.Single(read.GetProperty("rejected").EnumerateArray());
        Assert.Equal(3, rejected.GetProperty("line").GetInt32());
        Assert.Equal("Queue", rejected.GetProperty("field").GetString());
    }

    [Fact]
    public async Task A_file_whose_dates_may_be_read_in_two_ways_is_refused_for_that_until_it_is_said_which()
    {
        await using var stage = await DemandStage.SetAsync();

        var refused = await ImportAsync(stage, "preview=true", Ambiguous);
        var told = (await ImportAsync(stage, "preview=true&date_order=month_first", Ambiguous))
            .Is(HttpStatusCode.OK).Body;
        var wrong = await ImportAsync(stage, "date_order=european&columns=speed=Calls", Ambiguous);

        Assert.Contains("month first", refused.Is(HttpStatusCode.BadRequest).Text, StringComparison.Ordinal);
        Assert.Equal(30, told.GetProperty("minutes").GetInt32());
        Assert.StartsWith("2026-03-04T08:00", told.GetProperty("first").GetString(), StringComparison.Ordinal);
        Assert.Equal(["columns", "date_order"], wrong.Is(HttpStatusCode.BadRequest).Fields.Order());
    }

    [Fact]
    public async Task A_column_can_be_named()
    {
        await using var stage = await DemandStage.SetAsync();
        const string File = """
            Start,Calls,Others
            2026-03-02 09:00,61,1
            2026-03-02 09:30,58,2
            """;

        var read = (await ImportAsync(stage, "columns=volume=Others&columns=timestamp=Start&preview=true", File))
            .Is(HttpStatusCode.OK).Body;

        Assert.Equal(3, read.GetProperty("offered").GetDouble());
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_told_the_limit_that_counts()
    {
        await using var stage = await DemandStage.SetAsync();

        var answer = await stage.Client.SendAsync(
            HttpMethod.Post, $"/history/import?business_unit_id={stage.Unit}", new Endless(),
            ("Expect", "100-continue"));

        Assert.Contains("256 MB", answer.Is(HttpStatusCode.RequestEntityTooLarge).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Queues_of_different_lengths_are_counted_in_intervals_that_both_fit_into()
    {
        await using var stage = await DemandStage.SetAsync();
        await WriteAsync(stage, 10, Enumerable.Range(0, 6).Select(ten => Row($"2026-03-02T09:{ten}0:00+01:00")));

        var days = await DaysAsync(stage, "2026-03-02");

        Assert.Equal(30, days.GetProperty("minutes").GetInt32());
        var volumes = days.GetProperty("days")[0].GetProperty("volumes");
        Assert.Equal((3, 3), (volumes[18].GetDouble(), volumes[19].GetDouble()));
    }

    [Fact]
    public async Task Of_an_hour_that_clocks_show_twice_the_mean_is_told_and_both_are_counted()
    {
        await using var stage = await DemandStage.SetAsync();
        await WriteAsync(stage, 60, [Row("2026-10-25T02:00:00+02:00", 10), Row("2026-10-25T02:00:00+01:00", 20)]);

        var day = (await DaysAsync(stage, "2026-10-25")).GetProperty("days")[0];

        Assert.Equal(30, day.GetProperty("offered").GetDouble());
        Assert.Equal(15, day.GetProperty("volumes")[2].GetDouble());
    }

    [Theory]
    [InlineData("9999-12-31", "9999-12-31", "from")]
    [InlineData("0001-01-01", "0001-01-02", "from")]
    [InlineData("2026-03-02", "2026-03-01", "through")]
    public async Task Days_that_nobody_has_counted_are_refused(string from, string through, string field)
    {
        await using var stage = await DemandStage.SetAsync();

        var answer = await stage.Client.GetAsync(
            $"/history/days?planning_group_id={stage.Group}&from={from}&through={through}");

        Assert.Equal([field], answer.Is(HttpStatusCode.BadRequest).Fields);
    }

    [Fact]
    public async Task Whose_group_it_is_is_not_told_to_others()
    {
        await using var stage = await DemandStage.SetAsync();
        using var other = await UnitHolder.SignedInAsync(
            stage.Node, "Planner", "business_unit", $"{Guid.NewGuid()}");

        var answer = (await other.GetAsync(
            $"/history/days?planning_group_id={stage.Group}&from=2026-03-02&through=2026-03-02"))
            .Is(HttpStatusCode.NotFound);

        Assert.Contains($"{stage.Group}", answer.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain($"{stage.Unit}", answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_change_need_not_see_and_in_a_removed_unit_nobody_changes_anything()
    {
        await using var stage = await DemandStage.SetAsync();
        (await stage.Client.PostAsync(
            "/access-roles", new { name = "Feed", description = "", permissions = new[] { "forecast:edit" } }))
            .Is(HttpStatusCode.Created);
        using var feed = await stage.Node.SignedInAsync("feed", "Feed");
        var body = Body(stage, 30, [Row("2026-03-02T09:00:00+01:00")]);

        (await feed.PostAsync("/history/rows", body)).Is(HttpStatusCode.OK);
        (await stage.Client.DeleteAsync($"/organization/planning-groups/{stage.Group}", ("If-Match", "\"1\"")))
            .Is(HttpStatusCode.OK);
        (await stage.Client.DeleteAsync($"/organization/business-units/{stage.Unit}", ("If-Match", "\"1\"")))
            .Is(HttpStatusCode.OK);

        (await feed.PostAsync("/history/rows", body)).Is(HttpStatusCode.Conflict);
        (await stage.Client.PostAsync("/forecasts", new { business_unit_id = stage.Unit, name = "Plan" }))
            .Is(HttpStatusCode.Conflict);
    }

    private static async Task<JsonElement> DaysAsync(DemandStage stage, string day) => (await stage.Client.GetAsync(
        $"/history/days?planning_group_id={stage.Group}&from={day}&through={day}")).Is(HttpStatusCode.OK).Body;

    private static Task<TestAnswer> WriteAsync(DemandStage stage, params object?[] rows) =>
        WriteAsync(stage, 30, rows);

    private static Task<TestAnswer> WriteAsync(DemandStage stage, int minutes, IEnumerable<object?> rows) =>
        stage.Client.PostAsync("/history/rows", Body(stage, minutes, rows));

    private static object Body(DemandStage stage, int minutes, IEnumerable<object?> rows) =>
        new { business_unit_id = stage.Unit, minutes, rows };

    private static object Row(string start, double offered = 1) => new { queue = DemandStage.Queue, start, offered };

    private static Task<TestAnswer> ImportAsync(DemandStage stage, string query, string file) =>
        stage.Client.SendAsync(
            HttpMethod.Post, $"/history/import?business_unit_id={stage.Unit}&{query}",
            new StringContent(file, Encoding.UTF8, "text/csv"));

    // Longer than is accepted; nobody asks for its bytes.
    private sealed class Endless : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            throw new InvalidOperationException("It was refused by its length.");

        protected override bool TryComputeLength(out long length)
        {
            length = 300 * 1024 * 1024;
            return true;
        }
    }
}
