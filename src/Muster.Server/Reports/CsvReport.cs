using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using NodaTime.Text;

namespace Muster.Server.Reports;

/// <summary>
/// Rows as CSV (RFC 4180): UTF-8 without a mark, a comma between fields, times in ISO 8601 with offset. Text that a
/// spreadsheet would take for a formula begins with an apostrophe.
/// </summary>
internal sealed class CsvReport : IReportWriter
{
    private static readonly OffsetDateTimePattern Times =
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<+HH:mm>");

    private readonly CsvWriter _writer;

    public CsvReport(Stream stream, IEnumerable<string> columns)
    {
        _writer = new CsvWriter(
            new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true),
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                NewLine = "\r\n",
                InjectionOptions = InjectionOptions.Escape,
            });
        foreach (var column in columns)
        {
            _writer.WriteField(column);
        }

        _writer.NextRecord();
    }

    public void Write(ReadOnlySpan<ReportCell> cells)
    {
        foreach (var cell in cells)
        {
            _writer.WriteField(Text(cell));
        }

        _writer.NextRecord();
    }

    public void Flush() => _writer.Flush();

    public void Dispose() => _writer.Dispose();

    private static string Text(in ReportCell cell) => cell.Kind switch
    {
        ReportCellKind.Text => cell.Words!,
        ReportCellKind.Number => cell.Value.ToString("0", CultureInfo.InvariantCulture),
        ReportCellKind.Percent => cell.Value.ToString("0.####", CultureInfo.InvariantCulture),
        ReportCellKind.Day => LocalDatePattern.Iso.Format(cell.Moment.Date),
        ReportCellKind.Time => Times.Format(cell.Moment),
        _ => "",
    };
}
