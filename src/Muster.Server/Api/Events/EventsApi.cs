using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Muster.Domain.Identity;
using Muster.Server.Api.Access;
using Muster.Server.Api.Writes;
using Muster.Server.Events;
using Muster.Server.Live;
using Muster.Storage;
using Muster.Storage.Events;

namespace Muster.Server.Api.Events;

/// <summary>State events and interval statistics: in, and where they come from.</summary>
public static class EventsApi
{
    private static readonly TimeSpan Ping = TimeSpan.FromSeconds(15);

    public static void MapEventsApi(this IEndpointRouteBuilder api)
    {
        var events = api.MapGroup("/events").WithTags("Events");
        events.MapPost("", TakeAsync).Requires(Permissions.EventsWrite).Answers<IngestedView>()
            .Accepts<string>("application/x-ndjson", "application/json", "application/octet-stream", "text/plain")
            .WithMetadata(new RequestSizeLimitAttribute(IngestEndpoint.LargestBody))
            .Called("Takes in state events and interval statistics",
                "A JSON object on each line, also with Content-Encoding: gzip. Answered when all is committed. A line "
                    + "that came before is not taken twice: send again whatever was not answered. Lines that cannot be "
                    + "used go into the quarantine, the others in. 429 with Retry-After when the node has its hands "
                    + "full.");
        events.MapGet("/stream", StreamAsync).Requires(Permissions.EventsWrite)
            .Called("Takes in the same over a WebSocket",
                "Each text message holds some lines, and is answered {acknowledged, accepted, duplicates, quarantined, "
                    + "dropped, rejected} after the commit, in the order of messages.");
        events.MapGet("/sources", ListAsync).Requires(Permissions.EventsView).Answers<Page<EventSourceView>>()
            .Called("Lists sources of events", "With how far each has come, and what could not be used.");
        events.MapPatch("/sources/{id:guid}", ChangeAsync).Requires(Permissions.EventsEdit).Answers<EventSourceView>()
            .NeedsVersion().Called("Changes a source of events", "Its name, its switch, its clock's offset.");
        events.MapPost("/sources/{id:guid}/runs", StartRunAsync).Requires(Permissions.EventsEdit)
            .Answers<EventSourceView>().Called("Starts a new run of a source",
                "For a source that counts its positions anew. Replay then what the quarantine has of it.");
    }

    private static Task<IResult> TakeAsync(
        HttpContext http, IngestEndpoint ingest, [AsParameters] EventsQuery query,
        [FromQuery(Name = "told_until"), Description("With these lines the source has told all that happened before; "
            + "what is later is not known yet. Without it: up to now.")]
        DateTimeOffset? toldUntil) => ingest.TakeAsync(http, query, toldUntil);

    private static async Task<IResult> StreamAsync(
        HttpContext http, EventSources sources, EventStreamParts parts, LiveSeats seats,
        [AsParameters] EventsQuery query)
    {
        if (!http.WebSockets.IsWebSocketRequest || CallerKey.Shown(http) is not { } key)
        {
            return Problems.Result(http, ProblemKind.Invalid,
                "This address is for WebSockets.\nMaybe post the lines to /events.");
        }

        var source = await sources.OpenAsync(
            http.WriteContext(parts.Time), query.Source, query.Tenant, http.RequestAborted);
        if (source.Refused is { } refusal)
        {
            return Problems.Of(refusal, http);
        }

        var caller = http.Caller().Id;
        if (!seats.TryTake(caller))
        {
            http.Response.Headers.RetryAfter = "5";
            return Problems.Result(http, ProblemKind.TooMany,
                $"This caller has {LiveSeats.Most} connections to this node already.\nMaybe close one.");
        }

        try
        {
            var stopping = http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
            using var socket = await http.WebSockets.AcceptWebSocketAsync(
                new WebSocketAcceptContext { KeepAliveInterval = Ping, KeepAliveTimeout = Ping });
            await new EventStream(socket, source.Value.Number, key, parts, http.RequestAborted).RunAsync(stopping);
            return Results.Empty;
        }
        finally
        {
            seats.Leave(caller);
        }
    }

    private static async Task<Page<EventSourceView>> ListAsync(
        HttpContext http, EventSourceStore sources, QuarantineStore quarantine, FeedStore feeds)
    {
        var now = (await feeds.LookAsync(http.RequestAborted)).Now;
        var counts = await quarantine.CountAsync(http.RequestAborted);
        return new Page<EventSourceView>([.. (await sources.ListAsync(http.RequestAborted))
            .Select(source => EventSourceView.Of(source, now, counts))]);
    }

    private static Task<IResult> ChangeAsync(
        HttpContext http, ApiWrites writes, EventSources sources, Guid id, EventSourceBody body) =>
        writes.RunAsync(http, async (transaction, version, token) =>
            (await sources.ChangeAsync(transaction, (id, version), body, token)).Then(AnswerAt(transaction)));

    private static Task<IResult> StartRunAsync(HttpContext http, ApiWrites writes, EventSources sources, Guid id) =>
        writes.RunAsync(http, async (transaction, token) =>
            (await sources.StartRunAsync(transaction, id, token)).Then(AnswerAt(transaction)));

    private static Func<EventSource, ApiAnswer> AnswerAt(WriteTransaction transaction) => source =>
        new(200, EventSourceView.Of(source, transaction.Context.At, []), Version: source.Version);
}
