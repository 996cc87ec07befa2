using Muster.Server.Adherence.History;
using Muster.Server.Api.Access;
using Muster.Server.Reports;

namespace Muster.Server.Api.Adherence;

/// <summary>Stored results of any days: in pages, or as a file with all of them.</summary>
public sealed class HistoryEndpoint(HistoryScopes scopes, HistoryReading reading, ReportPatience patience)
{
    private const int RowsAtOnce = 20_000;

    // Where nobody has any rows, a page goes on: in steps that are not small because the page is.
    private const int RowsOfPage = 5_001;

    public async Task<IResult> ListAsync(HttpContext http, AdherenceHistoryQuery query, HistoryByQuery by)
    {
        var token = http.RequestAborted;
        var read = by.Read();
        if ((query.Check() ?? read.Refused) is { } wrong)
        {
            return Problems.Of(wrong, http);
        }

        var found = await scopes.FindAsync(http.Caller(), query.Ask, token);
        if (found.Refused is { } unseen)
        {
            return Problems.Of(unseen, http);
        }

        var outline = new HistoryOutline(found.Value, read.Value);
        var recounting = await scopes.CountRecountsAsync(found.Value, token);
        if (query.ReportFormat != ReportFormat.Json)
        {
            HistoryPages.SayUntil(http, found.Value);
            return new ReportResult<HistoryRow>(
                query.ReportFormat, HistoryReports.Of(outline, recounting, AllAsync(outline, token)));
        }

        var after = HistoryCursors.Read(query.Cursor, outline);
        return after.Refused is { } refusal
            ? Problems.Of(refusal, http)
            : TypedResults.Ok(await PageAsync(outline, recounting, (query.Rows, after.Value), token));
    }

    private async Task<AdherenceHistoryView<HistoryRowView>> PageAsync(
        HistoryOutline outline, long recounting, (int Limit, (long, int)? After) part, CancellationToken token)
    {
        var rows = await HistoryPages.ReadAsync(
            outline.Slices(RowsOfPage, part.After), (slice, stop) => reading.ReadAsync(outline, slice, stop),
            part.Limit, token);
        return HistoryViews.Of(
            outline.Scope, recounting, [.. rows.Take(part.Limit).Select(row => HistoryViews.Of(outline.Scope, row))],
            rows.Count > part.Limit ? HistoryCursors.Write(outline.PlaceOf(rows[part.Limit - 1])) : null);
    }

    private IAsyncEnumerable<IReadOnlyList<HistoryRow>> AllAsync(HistoryOutline outline, CancellationToken token) =>
        patience.EachAsync(
            outline.Slices(RowsAtOnce, null), (slice, again) => reading.ReadAsync(outline, slice, again), token);
}
