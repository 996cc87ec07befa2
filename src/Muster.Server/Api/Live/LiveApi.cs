using Muster.Server.Api.Access;
using Muster.Server.Live;

namespace Muster.Server.Api.Live;

/// <summary>Live data: one WebSocket for each client.</summary>
public static class LiveApi
{
    private static readonly TimeSpan Ping = TimeSpan.FromSeconds(15);

    public static void MapLiveApi(this IEndpointRouteBuilder api) => api.MapGet("/live", FollowAsync)
        .WithTags("Live").ForSignedIn()
        .Called("Pushes live data over a WebSocket",
            "The client sends {\"subscribe\": topic, \"cursor\": of the last page it has} and "
                + "{\"unsubscribe\": topic}; it gets pages {type, topic, cursor, whole, data}, refusals, and a beat "
                + "every 5 s. A cursor is good on every node. Closed with 4401 when the session has ended.");

    private static async Task<IResult> FollowAsync(
        HttpContext http, LiveParts parts, LiveSeats seats, IHostApplicationLifetime life)
    {
        if (!http.WebSockets.IsWebSocketRequest || CallerKey.Shown(http) is not { } key)
        {
            return Problems.Result(http, ProblemKind.Invalid,
                "This address is for WebSockets.\nMaybe read the addresses of what is to be seen again and again.");
        }

        var caller = http.Caller().Id;
        if (!seats.TryTake(caller))
        {
            http.Response.Headers.RetryAfter = "5";
            return Problems.Result(http, ProblemKind.TooMany,
                $"This caller has {LiveSeats.Most} live connections to this node already.\nMaybe close one.");
        }

        try
        {
            using var socket = await http.WebSockets.AcceptWebSocketAsync(
                new WebSocketAcceptContext { KeepAliveInterval = Ping, KeepAliveTimeout = Ping });
            using var client = new LiveSocket(socket, parts.Time);
            using var session = new LiveSession(client, key, parts, http.RequestAborted);
            await session.RunAsync(life.ApplicationStopping);
            return Results.Empty;
        }
        finally
        {
            seats.Leave(caller);
        }
    }
}
