using Microsoft.Net.Http.Headers;

namespace Muster.Server.Reports;

/// <summary>
/// Answers a report as a file, portion by portion: memory does not grow with its rows. What goes wrong midway breaks
/// the answer off, so that nobody takes a part for the whole.
/// </summary>
internal sealed class ReportResult<T>(ReportFormat format, Report<T> report) : IResult
{
    public const string Csv = "text/csv";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, token) = (httpContext.Response, httpContext.RequestAborted);
        var pending = new PendingBytes();
        using var writer = Writer(pending);
        var cells = new ReportCell[report.Columns.Count];
        var isBegun = false;
        await foreach (var rows in report.Portions.WithCancellation(token))
        {
            // Only now: before the first rows are there, it may still be answered why not.
            isBegun = isBegun || Begin(response);
            foreach (var row in rows)
            {
                for (var i = 0; i < cells.Length; i++)
                {
                    cells[i] = report.Columns[i].Cell(row);
                }

                writer.Write(cells);
            }

            writer.Flush();
            await pending.DrainAsync(response.Body, token);
        }

        _ = isBegun || Begin(response);
        writer.Dispose();
        await pending.DrainAsync(response.Body, token);
    }

    private IReportWriter Writer(Stream stream) => format == ReportFormat.Xlsx
        ? new XlsxReport(stream, report.Title, [.. report.Columns.Select(column => column.Name)], report.About)
        : new CsvReport(stream, [.. report.Columns.Select(column => column.Name)]);

    private bool Begin(HttpResponse response)
    {
        var isXlsx = format == ReportFormat.Xlsx;
        var place = new ContentDispositionHeaderValue("attachment");
        place.SetHttpFileName($"{report.FileName}.{(isXlsx ? "xlsx" : "csv")}");
        response.ContentType = isXlsx ? Xlsx : $"{Csv}; charset=utf-8";
        response.Headers.ContentDisposition = place.ToString();
        return true;
    }
}
