using CsvHelper;
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

    public CsvReport(Stream stream, ReadOnlySpan<string> columns)
    {
        _writer = CsvWriter.Create(
            stream, new CsvWriterOptions { Injection = CsvInjection.Escape }, leaveOpen: true);
        _writer.WriteHeader(columns);
    }

    public void Write(ReadOnlySpan<ReportCell> cells)
    {
        foreach (var cell in cells)
        {
            Write(cell);
        }

        _writer.EndRecord();
    }

    public void Flush() => _writer.Flush();

    public void Dispose() => _writer.Dispose();

    private void Write(in ReportCell cell)
    {
        switch (cell.Kind)
        {
            case ReportCellKind.Number:
                _writer.WriteField((long)cell.Value);
                break;
            case ReportCellKind.Percent:
                _writer.WriteField(cell.Value, "0.####");
                break;
            case ReportCellKind.Day:
                _writer.WriteField(cell.Moment.Date.ToDateOnly());
                break;
            case ReportCellKind.Time:
                _writer.WriteField(Times.Format(cell.Moment));
                break;
            default:
                _writer.WriteField(cell.Words);
                break;
        }
    }
}
