using System.Globalization;
using System.Text;
using System.Text.Json;
using Muster.Testing;
using NodaTime;

namespace Muster.Server.Tests.Commands;

/// <summary><c>muster forecast</c>: the real program on plain files.</summary>
public sealed class ForecastCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = TemporaryFolder.Make();

    private string History => PathOf("history.csv");

    private string Plan => PathOf("plan.csv");

    [Fact]
    public async Task A_plain_file_becomes_a_plan_and_a_summary()
    {
        await WriteAsync("queue,start,offered,handled,aht", Office(70, volume => $"{volume},{volume},240"));

        var said = await ForecastAsync(
            0, "--weeks", "2", "--answer", "80/20", "--patience", "120", "--shrinkage", "30", "--out", Plan);

        Assert.Contains("history.csv: 2,000 rows, 1 queue.", said, StringComparison.Ordinal);
        Assert.Contains("Open      Mon to Fri 08:00-18:00", said, StringComparison.Ordinal);
        Assert.Contains("Week 1: ", said, StringComparison.Ordinal);
        Assert.Contains("│ weeks 2 to 4 ", said, StringComparison.Ordinal);
        Assert.Contains("Handle time: 240 s on average, by hour of the day", said, StringComparison.Ordinal);
        Assert.Contains("within 20 s; callers give up after 120 s on average.", said, StringComparison.Ordinal);
        Assert.Contains("█ the past", said, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', said);
        Assert.DoesNotContain("NaN", said, StringComparison.Ordinal);
        Assert.Single(_folder.GetFiles("plan*"));
    }

    [Fact]
    public async Task The_plan_has_a_row_for_each_open_interval()
    {
        await WriteAsync("queue,start,offered,handled,aht", Office(70, volume => $"{volume},{volume},240"));

        await ForecastAsync(0, "--weeks", "2", "--answer", "80/20", "--shrinkage", "30", "--out", Plan);

        var rows = await File.ReadAllLinesAsync(Plan);
        Assert.Equal("queue,start,offset,offered,low,high,handle_seconds,agents_required,agents_scheduled", rows[0]);
        Assert.Equal(1 + 2 * 5 * 40, rows.Length);
        Assert.All(rows[1..].Select(row => row.Split(',')), cells =>
        {
            var numbers = cells[3..].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray();
            Assert.Equal(("sales", "", 240), (cells[0], cells[2], numbers[3]));
            Assert.True(numbers[1] <= numbers[0] && numbers[0] <= numbers[2], string.Join(' ', cells));
            Assert.True(numbers[4] >= numbers[0] * 240 / 900, string.Join(' ', cells));
            Assert.Equal(Math.Ceiling(numbers[4] / 0.7 - 1e-9), numbers[5]);
        });
    }

    [Fact]
    public async Task With_a_zone_an_hour_that_the_clocks_skip_is_not_planned()
    {
        var start = new LocalDateTime(2026, 1, 11, 0, 0);
        await WriteAsync("start,calls", Enumerable.Range(0, 24 * 70).Select(hour => Row(start.PlusHours(hour), 20)));

        await ForecastAsync(0, "--weeks", "2", "--zone", "Europe/Berlin", "--out", Plan);

        var rows = await File.ReadAllLinesAsync(Plan);
        Assert.Contains(rows, row => row.StartsWith("history,2026-03-29T01:00,+01:00,", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.StartsWith("history,2026-03-29T03:00,+02:00,", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, row => row.Contains("2026-03-29T02", StringComparison.Ordinal));
        Assert.Equal(1 + 14 * 24 - 1, rows.Length);
    }

    [Fact]
    public async Task Closed_days_are_not_planned_and_special_days_share_what_was_learned()
    {
        await WriteAsync("queue,start,offered", Office(70, volume => $"{volume}"));
        var days = PathOf("days.txt");
        await File.WriteAllTextAsync(days, "day,what\n# of this site\n2026-03-16,closed\n2026-03-18,mailing\n");

        var said = await ForecastAsync(
            0, "--closed", "2026-03-17", "--special", "2026-02-04=mailing", "--holidays", days, "--out", Plan);

        var plan = await File.ReadAllTextAsync(Plan);
        Assert.DoesNotContain("2026-03-16T", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-03-17T", plan, StringComparison.Ordinal);
        Assert.Contains("2026-03-18T", plan, StringComparison.Ordinal);
        Assert.Contains("mailing: ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_queues_are_a_table_and_one_without_a_forecast_is_told()
    {
        var five = new[] { "a", "b", "c", "d", "e" }.SelectMany(queue => Office(42, volume => $"{volume}", queue));
        await WriteAsync("queue,start,offered", [.. five, "once,2026-01-05T08:00,5"]);

        var said = await ForecastAsync(1, "--weeks", "1", "--out", Plan);

        Assert.Contains("│ queue │", said, StringComparison.Ordinal);
        Assert.Contains("once has no forecast.", said, StringComparison.Ordinal);
        Assert.Equal(1 + 5 * 5 * 40, (await File.ReadAllLinesAsync(Plan)).Length);
        Assert.Contains("── b ──", await ForecastAsync(0, "--weeks", "1", "--queue", "b"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_machines_it_is_JSON_without_a_number_that_is_none()
    {
        await WriteAsync("queue,start,offered", [.. Office(9, volume => $"{volume}"), "sales,2026-02-02T08:00,-1"]);

        using var json = JsonDocument.Parse(await ForecastAsync(0, "--weeks", "1", "--json"));

        var queue = Assert.Single(json.RootElement.GetProperty("queues").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, queue.GetProperty("accuracy")[0].GetProperty("wape").ValueKind);
        Assert.True(queue.GetProperty("total").GetDouble() > 0);
        Assert.Equal(7, queue.GetProperty("days").GetArrayLength());
        Assert.Equal(1, json.RootElement.GetProperty("rejected").GetInt32());
    }

    [Fact]
    public async Task Uncertain_days_take_more_agents()
    {
        await WriteAsync("queue,start,offered,handled,aht", Office(70, volume => $"{volume},{volume},240"));

        async Task<int> RequiredAsync(params string[] flags)
        {
            await ForecastAsync(0, ["--weeks", "1", "--answer", "80/20", "--out", Plan, .. flags]);
            return (await File.ReadAllLinesAsync(Plan))[1..].Sum(
                row => int.Parse(row.Split(',')[7], CultureInfo.InvariantCulture));
        }

        var certain = await RequiredAsync();
        Assert.InRange(await RequiredAsync("--day-factor", "30"), certain + 20, 2 * certain);
        Assert.InRange(await RequiredAsync("--day-factor", "learned"), certain, certain + 200);
        Assert.Contains("their volume varies by 30 % (as given).", await ForecastAsync(
            0, "--weeks", "1", "--answer", "80/20", "--day-factor", "30"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_too_few_agents_calls_wait_for_the_next_interval()
    {
        await WriteAsync("queue,start,offered,handled,aht", Office(70, volume => $"{volume},{volume},240"));

        var said = await ForecastAsync(
            0, "--weeks", "1", "--answer", "80/20", "--carry-over", "5", "--out", Plan);

        Assert.Contains("With 5 agents at most: ", said, StringComparison.Ordinal);
        var rows = (await File.ReadAllLinesAsync(Plan)).Select(row => row.Split(',')).ToArray();
        Assert.Equal(["agents_on_queue", "service_level", "answer_seconds", "backlog"], rows[0][9..]);
        Assert.All(rows[1..], row => Assert.InRange(int.Parse(row[9], CultureInfo.InvariantCulture), 1, 5));
        var backlog = rows[1..].Select(row => double.Parse(row[12], CultureInfo.InvariantCulture)).ToArray();
        Assert.True(backlog.Max() > 5);
        // Each day begins with nobody waiting.
        var first = rows[1..].Where(row => row[1].EndsWith("T08:00", StringComparison.Ordinal)).ToArray();
        Assert.All(first, row => Assert.True(
            double.Parse(row[12], CultureInfo.InvariantCulture) <= double.Parse(row[3], CultureInfo.InvariantCulture)));
        using var json = JsonDocument.Parse(await ForecastAsync(
            0, "--weeks", "1", "--answer", "80/20", "--carry-over", "5", "--json"));
        var told = json.RootElement.GetProperty("queues")[0].GetProperty("carry_over");
        Assert.InRange(told.GetProperty("service_level").GetDouble(), 0, 0.7);
        Assert.Equal(backlog.Max(), told.GetProperty("largest_backlog").GetDouble(), 1);
    }

    [Theory]
    [InlineData(7, "1")]
    [InlineData(70, "0")]
    [InlineData(15, "999999")]
    public async Task Odd_histories_have_a_forecast_with_its_reason(int days, string volume)
    {
        var odd = 0;
        await WriteAsync("queue,start,offered", Office(
            days, usual => odd++ == 100 || volume == "0" ? volume : $"{usual}"));

        var said = await ForecastAsync(0, "--weeks", "13", "--aht", "200", "--answer", "80/20", "--out", Plan);

        Assert.Contains("Week 1: ", said, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", said + await File.ReadAllTextAsync(Plan), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--weeks 0", "--weeks 0 is not 1 to 57.")]
    [InlineData("--zone Berlin", "Maybe Europe/Berlin is meant.")]
    [InlineData("--from 1.4.26", "--from \"1.4.26\" is no day.")]
    [InlineData("--from 2026-01-07", "--from 2026-01-07 lies within the history")]
    [InlineData("--closed x --answer 80", "--answer \"80\" is no service level")]
    [InlineData("--answer 80/20", "--answer needs a handle time")]
    [InlineData("--patience 60", "--answer is missing")]
    [InlineData("--answer 80/20 --aht 0", "--aht 0 is not 1 to 1000000.")]
    [InlineData("--shrinkage 100 --answer 80/20", "--shrinkage 100 is not 0 to 95.")]
    [InlineData("--day-factor 10", "--answer is missing")]
    [InlineData("--answer 80/20 --day-factor wild", "--day-factor \"wild\" is neither")]
    [InlineData("--answer 80/20 --day-factor 0", "--day-factor \"0\" is neither")]
    [InlineData("--answer 80/20 --carry-over 0", "--carry-over 0 is not 1 to 10000000.")]
    [InlineData("--answer 80/20 --carry-over 5 --patience 60", "--carry-over is of calls that wait")]
    [InlineData("--interval 7", "--interval 7 is no length of an interval.")]
    [InlineData("--interval 5", "--interval 5 cannot be made of intervals of 15 minutes.")]
    [InlineData("--queue sale", "Maybe sales is meant.")]
    [InlineData("--special 2026-02-04", "names no type")]
    [InlineData("--column volume=calls", "--column name \"calls\", but history.csv has no such column.")]
    [InlineData("--column speed=calls", "with a known role")]
    [InlineData("--dates european", "is no order")]
    [InlineData("--holidays /no/such/file", "cannot be read")]
    [InlineData("--out /no/such/folder/plan.csv", "is no place for a file.")]
    public async Task What_is_wrong_is_one_sentence_with_the_remedy(string flags, string sentence)
    {
        await WriteAsync("queue,start,offered", Office(14, volume => $"{volume}"));

        var said = await ForecastAsync(1, flags.Split(' '));

        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.Contains("\nMaybe", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at Muster", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "history.csv is empty.")]
    [InlineData("start,calls\n", "has a line with names and no rows below it.")]
    [InlineData("start,calls\n2026-03-02 07:00,-5\n", "No row of history.csv can be used: line 2: calls is below 0")]
    [InlineData("start,calls\n2026-03-02 07:00,5\n2026-03-03 07:00,5\n", "The length of an interval cannot be seen")]
    [InlineData("start,calls\n01/02/2026 07:00,5\n", "may be the day first or the month first")]
    public async Task A_file_that_is_no_history_is_refused_and_no_plan_is_left(string text, string sentence)
    {
        await File.WriteAllTextAsync(History, text);

        Assert.Contains(sentence, await ForecastAsync(1, "--out", Plan), StringComparison.Ordinal);
        Assert.Empty(_folder.GetFiles("plan*"));
    }

    [Fact]
    public async Task The_history_itself_is_not_written_over()
    {
        await WriteAsync("queue,start,offered", Office(14, volume => $"{volume}"));
        var before = await File.ReadAllBytesAsync(History);

        Assert.Contains("is the history itself", await ForecastAsync(1, "--out", History), StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(History));
    }

    [Fact]
    public async Task Asked_to_stop_it_leaves_nothing_behind()
    {
        var queues = Enumerable.Range(0, 40).SelectMany(queue => Office(140, volume => $"{volume}", $"queue {queue}"));
        await WriteAsync("queue,start,offered", queues);

        using var muster = MusterProcess.Start("forecast", History, "--out", Plan);
        var code = await muster.TerminateAsync();

        Assert.NotEqual(0, code);
        Assert.Empty(_folder.GetFiles("plan*"));
        Assert.DoesNotContain("   at Muster", muster.Said, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Monday to Friday 08:00 to 18:00 in quarters, from a Monday on.</summary>
    private static IEnumerable<string> Office(int days, Func<int, string> numbers, string queue = "sales") =>
        from day in Enumerable.Range(0, days)
        where day % 7 < 5
        from quarter in Enumerable.Range(32, 40)
        let start = new LocalDateTime(2026, 1, 5, 0, 0).PlusDays(day).PlusMinutes(15 * quarter)
        let volume = 10 + day % 7 * 2 + quarter * 7 % 11 + day * quarter % 5
        select FormattableString.Invariant($"{queue},{start:uuuu-MM-dd'T'HH:mm},{numbers(volume)}");

    private static string Row(LocalDateTime start, double volume) =>
        FormattableString.Invariant($"{start:uuuu-MM-dd'T'HH:mm},{volume}");

    private Task WriteAsync(string header, IEnumerable<string> rows) =>
        File.WriteAllLinesAsync(History, [header, .. rows], Encoding.UTF8);

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private async Task<string> ForecastAsync(int code, params string[] flags)
    {
        using var muster = MusterProcess.Start(["forecast", History, .. flags]);
        Assert.True(code == await muster.EndAsync(), muster.Said);
        return muster.Said;
    }
}
