using System.Net.WebSockets;
using Muster.Cluster.Streams;
using Muster.Domain.Identity;
using Muster.Server.Api.Access;
using Muster.Server.Directories;

namespace Muster.Server.Api.Directories;

/// <summary>Pushes pages of changes over a WebSocket, until either side ends it. Used by one task.</summary>
internal sealed class DirectoryLive(
    WebSocket socket, DirectoryFeed feed, CallerCache callers, HttpContext http, TimeProvider time)
{
    /// <summary>The cursor cannot be gone on from; the reason says why.</summary>
    public const WebSocketCloseStatus CursorRefused = (WebSocketCloseStatus)4410;

    private const int LongestReason = 120;

    private static readonly TimeSpan CloseTime = TimeSpan.FromSeconds(1);

    // So often at least, whether the caller may still read is looked at, and a page is sent, be it empty.
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);

    public async Task RunAsync(ScopePosition after, CancellationToken stopping)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        using var deaf = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        var closing = WatchCloseAsync(end, deaf.Token);
        try
        {
            await PushAsync(after, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            await CloseAsync(WebSocketCloseStatus.EndpointUnavailable, "This node stops. Maybe connect to another.");
        }
        catch (WebSocketException)
        {
            // The caller is gone.
        }
        finally
        {
            // Told of the end, the caller has a moment to answer it.
            deaf.CancelAfter(CloseTime);
            await closing;
        }
    }

    private async Task PushAsync(ScopePosition after, CancellationToken token)
    {
        while (true)
        {
            var page = await feed.ReadAsync(after, DirectoryFeed.MostChanges, Beat, token);
            if (page.Refused is not null)
            {
                await CloseAsync(CursorRefused, page.Refused);
                return;
            }

            var rule = http.GetEndpoint()?.Metadata.GetMetadata<AccessRule>();
            if (AccessDecision.Decide(rule, await FindCallerAsync()) is not null)
            {
                await CloseAsync(WebSocketCloseStatus.PolicyViolation, "The right to read the directory has ended.");
                return;
            }

            await socket.SendAsync(
                DirectoryWire.Page(page), WebSocketMessageType.Text, endOfMessage: true, token);
            after = page.Next;
        }
    }

    // Nothing is expected from the caller but the end.
    private async Task WatchCloseAsync(CancellationTokenSource end, CancellationToken deaf)
    {
        var nothing = new byte[256];
        try
        {
            while ((await socket.ReceiveAsync(nothing, deaf)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // The connection broke, or this side has ended it.
        }

        await end.CancelAsync();
    }

    private async Task CloseAsync(WebSocketCloseStatus status, string reason)
    {
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                var shown = reason.Length > LongestReason ? reason[..LongestReason] : reason;
                await socket.CloseOutputAsync(status, shown, http.RequestAborted);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // It need not hear it.
        }
    }

    private async Task<Caller?> FindCallerAsync() =>
        CallerKey.Shown(http) is { } key ? await callers.FindAsync(key, http.RequestAborted) : null;
}
