using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Server.Api.Access;
using Muster.Server.Api.Writes;
using Muster.Server.Events;
using Muster.Storage.Events;

namespace Muster.Server.Api.Events;

/// <summary>Lines that could not be used.</summary>
public static class QuarantineApi
{
    public static void MapQuarantineApi(this IEndpointRouteBuilder api)
    {
        var quarantine = api.MapGroup("/events/quarantine").WithTags("Events");
        quarantine.MapGet("", ListAsync).Requires(Permissions.EventsView).Answers<Page<QuarantinedLineView>>()
            .Called("Lists quarantined lines", "In the order in which they came first, each with the reason.");
        quarantine.MapPost("/replay", ReplayAsync).Requires(Permissions.EventsEdit).Answers<ReplayView>()
            .Called("Sends quarantined lines through again",
                "What can be used now goes in and leaves the quarantine. Lines at positions that were used before go "
                    + "into the source's current run.");
        quarantine.MapDelete("", DeleteAsync).Requires(Permissions.EventsEdit).Answers<DeletedLinesView>()
            .Called("Deletes quarantined lines", "Those of a source, of a kind, or some.");
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, EventSourceStore sources, QuarantineStore lines, [AsParameters] QuarantineQuery query,
        [AsParameters] QuarantinePageQuery page)
    {
        var filter = await query.FilterAsync(sources, http.RequestAborted);
        var after = PageRequest.Number(page.Cursor, 0);
        var limit = PageRequest.Limit(page.Limit);
        if ((filter.Refused ?? after.Refused ?? limit.Refused) is { } refusal)
        {
            return Problems.Of(refusal, http);
        }

        var found = await lines.ListAsync(null, filter.Value, after.Value, limit.Value + 1, http.RequestAborted);
        var names = (await sources.ListAsync(http.RequestAborted)).ToDictionary(one => one.Number, one => one.Id);
        return TypedResults.Ok(PageRequest.Cut(
            found, limit.Value, line => line.Id, line => QuarantinedLineView.Of(line, names)));
    }

    private static async Task<IResult> ReplayAsync(
        HttpContext http, EventSourceStore sources, QuarantineReplay replay, TimeProvider time,
        [AsParameters] QuarantineQuery query)
    {
        var filter = await query.FilterAsync(sources, http.RequestAborted);
        return filter.Refused is { } refusal
            ? Problems.Of(refusal, http)
            : TypedResults.Ok(await replay.ReplayAsync(http.WriteContext(time), filter.Value, http.RequestAborted));
    }

    private static async Task<IResult> DeleteAsync(
        HttpContext http, EventSourceStore sources, QuarantineReplay quarantine, ApiWrites writes,
        [AsParameters] QuarantineQuery query)
    {
        var filter = await query.FilterAsync(sources, http.RequestAborted);
        var refusal = filter.Refused ?? (query.IsEmpty
            ? new Refusal.Invalid("source_id", "or kind or line_id is required: not all is deleted at once.")
            : null);
        return refusal is not null
            ? Problems.Of(refusal, http)
            : await writes.RunAsync(http, async (transaction, token) => new ApiAnswer(
                200, new DeletedLinesView(await quarantine.DeleteAsync(transaction, filter.Value, token))));
    }
}
