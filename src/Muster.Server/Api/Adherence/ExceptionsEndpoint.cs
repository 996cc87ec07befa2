using Muster.Server.Adherence.History;
using Muster.Server.Api.Access;
using Muster.Server.Reports;

namespace Muster.Server.Api.Adherence;

/// <summary>Stored exceptions of any days: in pages, or as a file with all of them.</summary>
public sealed class ExceptionsEndpoint(HistoryScopes scopes, ExceptionReading reading, ReportPatience patience)
{
    // A day of an agent has about ten. A page reads as many whatever it may hold: where nobody has any, it goes on.
    private const int DaysAtOnce = 2_000;
    private const int DaysOfPage = 500;

    public async Task<IResult> ListAsync(HttpContext http, AdherenceHistoryQuery query)
    {
        var token = http.RequestAborted;
        var after = HistoryCursors.ReadException(query.Cursor);
        if ((query.Check() ?? after.Refused) is { } wrong)
        {
            return Problems.Of(wrong, http);
        }

        var found = await scopes.FindAsync(http.Caller(), query.Ask, token);
        if (found.Refused is { } unseen)
        {
            return Problems.Of(unseen, http);
        }

        var outline = new HistoryOutline(found.Value, HistoryBy.AgentDay);
        var recounting = await scopes.CountRecountsAsync(found.Value, token);
        if (query.ReportFormat != ReportFormat.Json)
        {
            HistoryPages.SayUntil(http, found.Value);
            return new ReportResult<HistoryException>(
                query.ReportFormat, ExceptionReports.Of(outline, recounting, AllAsync(outline, token)));
        }

        var place = after.Value is { } last ? outline.Find(new HistoryPlace(outline.By, last.Day, last.Agent)) : null;
        return after.Value is not null && place is null
            ? Problems.Of(HistoryCursors.Unknown, http)
            : TypedResults.Ok(await PageAsync(outline, recounting, (query.Rows, place, after.Value), token));
    }

    private async Task<AdherenceHistoryView<ExceptionRowView>> PageAsync(
        HistoryOutline outline, long recounting, (int Limit, (long Part, int Group)? Place, ExceptionPlace? After) part,
        CancellationToken token)
    {
        // From the beginning of the day in which the page before ended.
        var slices = outline.Slices(
            DaysOfPage,
            part.Place is var (day, group) ? (day, group - 1) : null);
        var rows = await HistoryPages.ReadAsync(
            slices,
            async (slice, stop) => (IReadOnlyList<HistoryException>)
            [
                .. (await reading.ReadAsync(outline, slice, stop)).Where(row => !IsTold(row, part.After)),
            ],
            part.Limit, token);
        return HistoryViews.Of(
            outline.Scope, recounting, [.. rows.Take(part.Limit).Select(row => HistoryViews.Of(outline.Scope, row))],
            rows.Count > part.Limit ? HistoryCursors.Write(PlaceOf(rows[part.Limit - 1])) : null);
    }

    private static ExceptionPlace PlaceOf(HistoryException row) =>
        new(HistoryAxis.NumberOf(row.Told.Day), row.Group.Key, row.Told.Start);

    private static bool IsTold(HistoryException row, ExceptionPlace? after) =>
        after is not null && HistoryAxis.NumberOf(row.Told.Day) == after.Day && row.Group.Key == after.Agent
        && row.Told.Start <= after.Start;

    private IAsyncEnumerable<IReadOnlyList<HistoryException>> AllAsync(
        HistoryOutline outline, CancellationToken token) =>
        patience.EachAsync(
            outline.Slices(DaysAtOnce, null), (slice, again) => reading.ReadAsync(outline, slice, again), token);
}
