using Muster.Server.Reports;
using Muster.Server.Tests.Adherence;
using NodaTime;

namespace Muster.Server.Tests.Reports;

public sealed class XlsxReportTests
{
    [Fact]
    public void A_sheet_that_is_full_is_followed_by_the_next_with_the_same_header()
    {
        var file = new MemoryStream();
        using (var report = new XlsxReport(file, "Rows", ["number"], [], mostRows: 3))
        {
            for (var row = 1; row <= 5; row++)
            {
                report.Write([ReportCell.Number(row)]);
            }
        }

        var book = Workbook.Read(file.ToArray());

        Assert.Equal(["Rows", "Rows 2", "Rows 3", "About"], book.Sheets);
        Assert.Equal(["number", "1", "2"], book.Rows("Rows").Select(row => row[0]));
        Assert.Equal(["number", "3", "4"], book.Rows("Rows 2").Select(row => row[0]));
        Assert.Equal(["number", "5"], book.Rows("Rows 3").Select(row => row[0]));
    }

    [Fact]
    public void Every_kind_of_cell_is_what_a_spreadsheet_takes_it_for()
    {
        var (file, at) = (new MemoryStream(), Instant.FromUtc(2026, 6, 8, 10, 30));
        using (var report = new XlsxReport(file, "Rows", ["a", "b", "c", "d", "e"], [("Name", ReportCell.Number(7))]))
        {
            report.Write(
            [
                ReportCell.Text("a < b & \u0001c 😀"), ReportCell.Percent(97.5),
                ReportCell.Day(new LocalDate(2026, 6, 8)),
                ReportCell.Time(at, DateTimeZoneProviders.Tzdb["Europe/Berlin"]), ReportCell.Text(null),
            ]);
        }

        var book = Workbook.Read(file.ToArray());

        Assert.Equal(["a < b & c 😀", "0.975", "46181", "46181.520833333336", ""], book.Rows("Rows")[1]);
        Assert.Equal(["Name", "7"], book.Rows("About")[0]);
    }
}
