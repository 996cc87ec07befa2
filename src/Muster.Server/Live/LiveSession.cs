using System.Net.WebSockets;
using System.Text.Json;
using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Server.Api;
using Muster.Server.Api.Access;
using Muster.Server.Api.Json;
using Muster.Server.Identity;
using Muster.Storage;

namespace Muster.Server.Live;

/// <summary>
/// One client's live data: the topics it follows, each told as fast as the client takes it. Between two pages of a
/// topic all that happened is one page: a slow client costs no memory. Used by one request.
/// </summary>
internal sealed class LiveSession(LiveSocket socket, CallerKey key, LiveParts parts, CancellationToken aborted)
    : IDisposable
{
    /// <summary>The session or token has ended.</summary>
    public const WebSocketCloseStatus SignedOut = (WebSocketCloseStatus)4401;

    private const int MostTopics = 64;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan RequestPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CloseTime = TimeSpan.FromSeconds(1);

    // By their names; touched by the task that hears.
    private readonly Dictionary<string, Following> _following = [];
    private readonly CancellationTokenSource _signedOut = new();

    public async Task RunAsync(CancellationToken stopping)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(aborted, stopping, _signedOut.Token);
        using var deaf = new CancellationTokenSource(Timeout.InfiniteTimeSpan, parts.Time);
        var hearing = HearAsync(end, deaf.Token);
        try
        {
            await BeatAsync(end.Token);
        }
        catch (Exception over) when (over is OperationCanceledException or WebSocketException)
        {
            // Either side has ended it.
        }

        await end.CancelAsync();
        await (_signedOut.IsCancellationRequested
            ? socket.CloseAsync(SignedOut, "The session has ended. Maybe sign in again.", aborted)
            : socket.CloseAsync(
                WebSocketCloseStatus.EndpointUnavailable, "This node stops. Maybe connect again.", aborted));

        // Told of the end, the client has a moment to answer it.
        deaf.CancelAfter(CloseTime);
        await hearing;
        await Task.WhenAll(_following.Values.Select(one => one.Work));
    }

    public void Dispose()
    {
        foreach (var one in _following.Values)
        {
            one.Stop.Dispose();
        }

        _signedOut.Dispose();
    }

    // Says that the connection lives, to whoever sees nothing else for a while, and that this node is current.
    private async Task BeatAsync(CancellationToken token)
    {
        while (true)
        {
            var isCurrent = parts.Node.IsCurrent(AccessScope.Name);
            await socket.TellAsync(LiveMessage.Beat(parts.Node.Self.Name, isCurrent), token);
            await Task.Delay(Beat, parts.Time, token);
            await TryFindCallerAsync(token);
        }
    }

    private async Task HearAsync(CancellationTokenSource end, CancellationToken deaf)
    {
        try
        {
            while (await socket.HearAsync(deaf) is { } text)
            {
                if (!end.IsCancellationRequested)
                {
                    await TakeAsync(text, end.Token);
                    await Task.Delay(RequestPause, parts.Time, end.Token);
                }
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // The connection broke, or this side has ended it.
        }

        await end.CancelAsync();
    }

    private async Task TakeAsync(string text, CancellationToken end)
    {
        if (Read(text) is not { } asked)
        {
            await socket.TellAsync(
                LiveMessage.Refused(null, "That was no request.\nMaybe send {\"subscribe\": \"cluster\"}."), end);
            return;
        }

        var name = asked.Subscribe ?? asked.Unsubscribe!;
        if (_following.Remove(name, out var before))
        {
            await before.Stop.CancelAsync();
            await before.Work;
            before.Stop.Dispose();
        }

        if (asked.Subscribe is null)
        {
            return;
        }

        var refusal = _following.Count >= MostTopics
            ? new Refusal.Invalid("subscribe", $"is one more than {MostTopics} topics.") : null;
        var found = refusal is null ? parts.Topics.Find(name) : refusal;
        if (found.Refused is { } no)
        {
            await socket.TellAsync(LiveMessage.Refused(name, Problems.Sentence(no)), end);
            return;
        }

        var stop = CancellationTokenSource.CreateLinkedTokenSource(end);
        _following[name] = new Following(stop, FollowAsync(name, found.Value, asked.Cursor, stop.Token));
    }

    private async Task FollowAsync(
        string name, (ILiveTopic Topic, string Part) found, string? cursor, CancellationToken token)
    {
        try
        {
            while (true)
            {
                var move = found.Topic.NextMoveAsync(found.Part, token);
                var read = await ReadAsync(found, cursor, token);
                if (read.Refused is { } no)
                {
                    await socket.TellAsync(LiveMessage.Refused(name, Problems.Sentence(no)), token);
                    return;
                }

                if (read.Value is { } page)
                {
                    await socket.TellAsync(LiveMessage.Page(name, page), token);
                    cursor = page.Cursor;
                    await Task.Delay(Rest, parts.Time, token);
                }

                await move;
            }
        }
        catch (Exception over) when (over is OperationCanceledException or WebSocketException)
        {
            // It is not followed any more.
        }
    }

    private async Task<Outcome<LivePage?>> ReadAsync(
        (ILiveTopic Topic, string Part) found, string? cursor, CancellationToken token)
    {
        while (true)
        {
            try
            {
                if (await TryFindCallerAsync(token) is { } caller)
                {
                    return AccessDecision.Decide(found.Topic.Rule, caller) is { } refusal
                        ? refusal
                        : await found.Topic.ReadAsync(new LiveQuestion(found.Part, cursor, caller), token);
                }
            }
            catch (Exception problem) when (StorageTrouble.IsPassing(problem))
            {
                // What holds now is told as soon as it can be read.
            }

            await Task.Delay(RetryAfter, parts.Time, token);
        }
    }

    /// <returns>Null when the database cannot say; without a caller the session is over.</returns>
    private async Task<Caller?> TryFindCallerAsync(CancellationToken token)
    {
        try
        {
            if (await parts.Callers.FindAsync(key, token) is { } caller)
            {
                return caller;
            }

            await _signedOut.CancelAsync();
            token.ThrowIfCancellationRequested();
        }
        catch (Exception problem) when (StorageTrouble.IsPassing(problem))
        {
            // Nobody has been signed out by that.
        }

        return null;
    }

    private static LiveRequest? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<LiveRequest>(text, ApiJson.Options) is { } asked
                && asked.Subscribe is null != asked.Unsubscribe is null
                ? asked
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private readonly record struct Following(CancellationTokenSource Stop, Task Work);
}
