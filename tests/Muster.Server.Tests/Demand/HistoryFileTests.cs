using Muster.Domain.Sources;
using Muster.Server.Demand;

namespace Muster.Server.Tests.Demand;

/// <summary>What a history file may look like.</summary>
public sealed class HistoryFileTests
{
    [Theory]
    [InlineData("datetime,calls\n2026-03-02 07:00:00,12\n2026-03-02 07:30:00,7\n")]
    [InlineData("\ufeffTimestamp;Calls Offered\r\n2026-03-02T07:00;12\r\n2026-03-02T07:30;7\r\n")]
    [InlineData("sep=;\nDatum;volume\n02.03.2026 07:00;12\n02.03.2026 07:30;7\n")]
    [InlineData("interval_start\tinterval_end\tVolume\n3/2/2026 7:00 AM\t3/2/2026 7:30 AM\t12\n"
        + "3/2/2026 7:30 AM\t3/2/2026 8:00 AM\t7\n3/13/2026 7:30 AM\t3/13/2026 8:00 AM\tx\n3/13/2026 8:00 AM\t\t0\n")]
    [InlineData("date,start,calls\n2026-03-02,07:00,12\n2026-03-02,07:30,7\n")]
    [InlineData("Date|Interval|Contacts\n2026/03/02|07:00-07:30|12\n2026/03/02|07:30 - 08:00|7\n")]
    [InlineData("date,starttime,acdcalls\n20260302,700,12\n20260302,730,7\n")]
    [InlineData("Date,Time,Calls\n2026-03-02 00:00:00,07:00:00,12\n2026-03-02 00:00:00,07:30:00,7\n")]
    [InlineData("2026-03-02 07:00,12\n2026-03-02 07:30,7\n")]
    [InlineData("Report of March\n\n\"All, or none\"\nstart,calls\nMon 2 Mar 2026 07:00,12\nMon 2 Mar 2026 07:30,7\n")]
    [InlineData("Start,AHT,Anything\n02-Mar-2026 07:00,0:03:00,12\n02-Mar-2026 07:30,0:03:01,7\n")]
    [InlineData("start,calls\n2026-03-02 07:00 - 07:30,12\n2026-03-02 07:30-08:00,7\n")]
    public async Task Forms_of_files_are_found_out(string text)
    {
        var read = await HistoryText.ReadAsync(text);

        Assert.Equal(["2026-03-02T07:00 12", "2026-03-02T07:30 7"], read.Texts.Take(2));
        Assert.All(read.Rows, row => Assert.Equal(("calls", null), (row.Queue, row.Offset)));
        Assert.Equal(30, read.Preview.Minutes);
    }

    [Fact]
    public async Task Times_with_an_offset_are_instants()
    {
        var read = await HistoryText.ReadAsync(
            "t,calls\n2026-10-25T02:30+02:00,4\n2026-10-25T02:30:00.000+0100,5\n2026-10-25T02:45Z,6\n"
            + "2026-10-25T03:00,7\n");

        Assert.True(read.Preview.HasOffsets);
        Assert.Equal(
            [(0, 30), (1, 30), (2, 45)],
            read.Rows.Select(row => row.Instant!.Value.InUtc()).Select(time => (time.Hour, time.Minute)));
        Assert.Contains("has no offset", Assert.Single(read.File.Rejected).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_date_that_can_only_be_read_in_one_way_tells_the_order_of_all()
    {
        var dayFirst = await HistoryText.ReadAsync(
            "t,calls\n01/02/2026 07:00,1\n13/02/2026 07:00,2\n02/13/2026 07:00,3\n");
        var monthFirst = await HistoryText.ReadAsync("t,calls\n01/02/26 07:00,1\n02/13/26 07:00,2\n");

        Assert.Equal(["2026-02-01T07:00 1", "2026-02-13T07:00 2"], dayFirst.Texts);
        Assert.Equal(["2026-01-02T07:00 1", "2026-02-13T07:00 2"], monthFirst.Texts);
        Assert.Equal((4, "t", "2, 13 of 2026"), Single(dayFirst));
        Assert.Equal(DateOrder.DayFirst, dayFirst.Preview.DateOrder);
    }

    [Fact]
    public async Task A_run_of_days_in_one_month_tells_the_order_too()
    {
        var days = string.Concat(Enumerable.Range(2, 7).Select(day => $"0{day}/03/2026 07:00,{day}\n"));

        Assert.Equal("2026-03-02T07:00 2", (await HistoryText.ReadAsync("t,calls\n" + days)).Texts.First());
    }

    [Fact]
    public async Task Dates_that_may_be_read_either_way_are_refused_unless_the_order_is_said()
    {
        const string text = "t,calls\n01/02/2026 07:00,1\n01/02/2026 07:30,2\n02/03/2026 07:00,1\n";
        var broken = await Assert.ThrowsAsync<SourceBrokenException>(() => HistoryText.ReadAsync(text));
        var said = await HistoryText.ReadAsync(text, new HistoryFileOptions { DateOrder = DateOrder.MonthFirst });

        Assert.Contains("line 2: 1, 2 of 2026 may be the day first or", broken.Message, StringComparison.Ordinal);
        Assert.Contains("\nMaybe say which", broken.Message, StringComparison.Ordinal);
        Assert.Equal("2026-01-02T07:00 1", said.Texts.First());
    }

    [Theory]
    [InlineData("calls,handled,aht\n", "10,8,200", 8.0, 1600.0)]
    [InlineData("calls,answered,avg_handle_time_s\n", "10,8,200.5", 8.0, 1604.0)]
    [InlineData("calls,AvgHandleTime\n", "10,0:03:20", null, 2000.0)]
    [InlineData("calls,aht_min\n", "10,2.5", null, 1500.0)]
    [InlineData("offered,handled,handle_time_s_sum\n", "10,8,1600", 8.0, 1600.0)]
    [InlineData("offered,acdcalls,Total Talk Time,Total Hold Time,Total ACW\n", "10,8,1000,100,500", 8.0, 1600.0)]
    [InlineData("calls,avg talk,avg after call work\n", "10,150,50", null, 2000.0)]
    [InlineData("calls,aht\n", "10,", null, null)]
    public async Task Handle_times_come_as_means_or_sums(string header, string row, double? handled, double? seconds)
    {
        var read = await HistoryText.ReadAsync($"t,{header}2026-03-02 07:00,{row}\n2026-03-02 07:30,{row}\n");

        Assert.Equal((10, handled, seconds), (read.Rows[0].Offered, read.Rows[0].Handled, read.Rows[0].HandleSeconds));
    }

    [Theory]
    [InlineData("talk", "20,4000", "10,2100", 4000.0)]
    [InlineData("handle_time", "20,200", "10,205", 4000.0)]
    public async Task Whether_a_handle_time_grows_with_the_volume_tells_a_sum_from_a_mean(
        string name, string first, string second, double seconds)
    {
        var read = await HistoryText.ReadAsync(
            $"t,calls,{name}\n2026-03-02 07:00,{first}\n2026-03-02 07:30,{second}\n");

        Assert.Equal(seconds, read.Rows[0].HandleSeconds);
        Assert.Contains($"{name} is taken as a", Assert.Single(read.Preview.Remarks), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t;calls;aht\n2026-03-02 07:00;1.234;180,5\n2026-03-02 07:15;12;181,25\n", 1234)]
    [InlineData("t;calls\n2026-03-02 07:00;1 234,5\n2026-03-02 07:15;12\n", 1234.5)]
    [InlineData("t,calls\n2026-03-02 07:00,\"1,234\"\n2026-03-02 07:15,12\n", 1234)]
    [InlineData("t,calls\n2026-03-02 07:00,1.234\n2026-03-02 07:15,12\n", 1.234)]
    public async Task Numbers_are_read_as_their_country_writes_them(string text, double calls) =>
        Assert.Equal(calls, (await HistoryText.ReadAsync(text)).Rows[0].Offered);

    [Fact]
    public async Task A_number_that_may_be_a_thousand_times_another_is_rejected()
    {
        var read = await HistoryText.ReadAsync("t;calls\n2026-03-02 07:00;1.234\n2026-03-02 07:15;12\n");

        Assert.Equal((2, "calls", "1.234"), Single(read));
        Assert.Single(read.Rows);
    }

    [Fact]
    public async Task Wrong_rows_are_told_by_line_field_and_value_and_the_rest_goes_in()
    {
        var read = await HistoryText.ReadAsync("""
            start,queue,calls,aht
            2026-03-02 07:00,sales,5,180
            2026-03-02 07:15,sales,-5,180
            2026-03-02 07:30,sales,NaN,180
            2026-03-02 07:45,sales,,180
            2026-02-30 07:00,sales,5,180
            2026-03-02 25:00,sales,5,180
            2026-03-02 08:00,sales,1e300,180
            2026-03-02 08:15,sales,5,soon
            2026-03-02 08:30,sales,5,-1
            2026-03-02 08:45,"sales,5,180
            Total,,25,
            2026-03-02 09:00,billing,6

            """);

        Assert.Equal([("sales", 5.0), ("billing", 6.0)], read.Rows.Select(row => (row.Queue, row.Offered)));
        Assert.Equal(
            [
                (3L, "calls", "-5"), (4L, "calls", "NaN"), (5L, "calls", ""), (7L, "start", "2026-03-02 25:00"),
                (8L, "calls", "1e300"), (9L, "aht", "soon"), (10L, "aht", "-1"), (11L, "", ""), (12L, "start", "Total"),
                (6L, "start", "2, 30 of 2026"),
            ],
            read.File.Rejected.OrderBy(row => row.Line == 6).Select(row => (row.Line, row.Field, row.Value)));
        Assert.All(read.File.Rejected, row => Assert.Contains("\nMaybe", row.Reason, StringComparison.Ordinal));
        Assert.Equal(10, read.File.RejectedCount);
    }

    [Theory]
    [InlineData("", "file calls.csv is empty.")]
    [InlineData("\n\n  \n", "file calls.csv is empty.")]
    [InlineData("datetime,calls\n", "file calls.csv has a line with names and no rows below it.")]
    [InlineData("name,place\nAmy,here\n", "timestamp is missing")]
    [InlineData("date,calls\n2026-03-02,5\n2026-03-03,6\n", "time is missing: calls.csv has days (date: 2026-03-02)")]
    [InlineData("t,a,b\n2026-03-02 07:00,5,6\n", "volume is unclear: it may be a, b.")]
    [InlineData("t,who\n2026-03-02 07:00,Amy\n", "volume is missing")]
    public async Task A_file_that_is_no_history_is_refused_with_the_remedy(string text, string sentence) =>
        Assert.StartsWith(sentence, await HistoryText.RefusedAsync(text), StringComparison.Ordinal);

    [Fact]
    public async Task What_is_not_UTF_8_is_refused_with_its_place()
    {
        byte[] bytes = [.. "t,calls\n2026-03-02 07:00,5\n"u8, 0xFF, .. ",5\n"u8];

        Assert.Contains("calls.csv, line 3: byte 28", await HistoryText.RefusedAsync(bytes), StringComparison.Ordinal);
        Assert.Contains("UTF-8", await HistoryText.RefusedAsync([0x50, 0x4B, 3, 0xE2, 0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_can_be_named()
    {
        const string text = "t,a,b,c\n2026-03-02 07:00,5,6,x\n";
        var options = new HistoryFileOptions
        {
            Columns = new Dictionary<ColumnRole, string> { [ColumnRole.Volume] = "B", [ColumnRole.Queue] = "c" },
        };
        var wrong = new HistoryFileOptions
        {
            Name = "calls.csv",
            Columns = new Dictionary<ColumnRole, string> { [ColumnRole.Volume] = "bb" },
        };

        var row = Assert.Single((await HistoryText.ReadAsync(text, options)).Rows);

        Assert.Equal(("x", 6), (row.Queue, row.Offered));
        Assert.Contains("Maybe b is meant.", await HistoryText.RefusedAsync(text, wrong), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_says_what_is_odd()
    {
        var read = await HistoryText.ReadAsync(
            "t,calls,city\n2026-03-02 07:00,5,Rome\n2026-03-02 07:00,6,Oslo\n2026-03-02 07:15,6,Rome\n"
            + "2026-03-02 07:45,6,Rome\n");

        Assert.Equal(["city"], read.Preview.Others);
        Assert.Equal(4, read.Preview.FirstRows.Count);
        var remarks = string.Join('\n', read.Preview.Remarks);
        Assert.Contains("city has 2 different texts", remarks, StringComparison.Ordinal);
        Assert.Contains("1 of the first 4 rows", remarks, StringComparison.Ordinal);
        Assert.Contains("15, 30 minutes", remarks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_file_is_read_as_its_rows_are_taken()
    {
        const int count = 300_000;
        using var endless = new RowStream(count);
        var opened = await HistoryFile.OpenAsync(endless, new HistoryFileOptions(), CancellationToken.None);
        using var file = opened.Value;
        var ahead = 0L;
        await foreach (var _ in file.ReadAsync(CancellationToken.None))
        {
            ahead = Math.Max(ahead, endless.Made - file.RowCount);
        }

        Assert.Equal(count, file.RowCount);
        Assert.InRange(ahead, 0, count / 20);
    }

    private static (long Line, string Field, string Value) Single(HistoryRead read)
    {
        var row = Assert.Single(read.File.Rejected);
        return (row.Line, row.Field, row.Value);
    }
}
