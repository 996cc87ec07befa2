using System.Buffers;
using System.Net.WebSockets;
using System.Threading.Channels;
using Muster.Server.Api.Access;
using Muster.Server.Live;
using Muster.Storage;

namespace Muster.Server.Events;

/// <summary>
/// A source's WebSocket: lines come in, acknowledgements go out, each after the commit, in the order of the messages.
/// What cannot be written yet is not read: the sender is held back by the network. Used by one request.
/// </summary>
internal sealed class EventStream(
    WebSocket socket, int source, CallerKey key, EventStreamParts parts, CancellationToken aborted)
{
    private const int MostOnTheWay = 4;
    private const WebSocketCloseStatus TryAgainLater = (WebSocketCloseStatus)1013;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SendTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CloseTime = TimeSpan.FromSeconds(2);

    private readonly Channel<(LineBlock Block, Task<ChunkCounts> Done)> _onTheWay =
        Channel.CreateBounded<(LineBlock, Task<ChunkCounts>)>(MostOnTheWay);

    private (WebSocketCloseStatus Status, string Reason) _end =
        (WebSocketCloseStatus.EndpointUnavailable, "This node stops. Maybe connect again.");

    private long _lines;

    public async Task RunAsync(CancellationToken stopping)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(aborted, stopping);
        using var deaf = new CancellationTokenSource(Timeout.InfiniteTimeSpan, parts.Time);
        var hearing = UntilEndAsync(HearAsync(deaf, end.Token));
        var telling = UntilEndAsync(TellAsync(end.Token));
        var looking = UntilEndAsync(LookAsync(end.Token));
        await Task.WhenAny(hearing, telling, looking);
        if (hearing.IsCompleted)
        {
            // The sender has said all: it is told of what is on its way.
            _onTheWay.Writer.TryComplete();
            await Task.WhenAny(telling, looking);
        }

        await end.CancelAsync();
        await Task.WhenAll(telling, looking);

        // Told of the end, the sender has a moment to answer it: who stops hearing before, breaks the connection.
        deaf.CancelAfter(CloseTime);
        await UntilEndAsync(CloseAsync(deaf.Token));
        await hearing;
        await UntilEndAsync(PassOverAsync(deaf.Token));
    }

    private async Task CloseAsync(CancellationToken token)
    {
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await socket.CloseOutputAsync(_end.Status, _end.Reason, token);
        }
    }

    private async Task PassOverAsync(CancellationToken token)
    {
        var buffer = new byte[4096];
        while (socket.State is WebSocketState.Open or WebSocketState.CloseSent)
        {
            await socket.ReceiveAsync(buffer.AsMemory(), token);
        }
    }

    /// <param name="deaf">Ends the hearing itself, which goes on a moment longer.</param>
    private async Task HearAsync(CancellationTokenSource deaf, CancellationToken end)
    {
        while (await ReceiveAsync(deaf.Token) is { } block)
        {
            var done = await parts.Queue.WriteAsync(new LineOrigin(source), block, end);
            await _onTheWay.Writer.WriteAsync((block, done), end);
        }
    }

    private async Task TellAsync(CancellationToken token)
    {
        try
        {
            await foreach (var (block, done) in _onTheWay.Reader.ReadAllAsync(token))
            {
                var counts = await done.WaitAsync(token);

                // Not the token of the end: a message that was begun is finished, else the socket is of no use.
                using var limit = new CancellationTokenSource(SendTime, parts.Time);
                await socket.SendAsync(
                    StreamAnswer.Of(block.Lines, counts), WebSocketMessageType.Text, endOfMessage: true, limit.Token);
            }
        }
        catch (Exception away) when (StorageTrouble.IsPassing(away))
        {
            _end = (TryAgainLater, "The database did not answer. Maybe connect again and send what was not taken.");
        }
    }

    // Whoever may send no longer, is told within seconds.
    private async Task LookAsync(CancellationToken token)
    {
        while (true)
        {
            await Task.Delay(BetweenLooks, parts.Time, token);
            if (!await MaySendAsync(token))
            {
                _end = (LiveSession.SignedOut, "This caller may not send any more. Maybe sign in again.");
                return;
            }
        }
    }

    private async Task<bool> MaySendAsync(CancellationToken token)
    {
        try
        {
            return await parts.Callers.FindAsync(key, token) is { } caller
                && AccessDecision.Decide(EventStreamParts.Rule, caller) is null;
        }
        catch (Exception problem) when (StorageTrouble.IsPassing(problem))
        {
            return true; // Nobody has been signed out by that.
        }
    }

    private async Task<LineBlock?> ReceiveAsync(CancellationToken token)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(LineBlocks.BlockBytes);
        for (var filled = 0; filled < LineBlocks.BlockBytes;)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(filled, LineBlocks.BlockBytes - filled), token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                _end = (WebSocketCloseStatus.NormalClosure, "");
                return null;
            }

            filled += part.Count;
            if (part.EndOfMessage)
            {
                return LineBlock.Of(buffer, filled, ref _lines);
            }
        }

        _end = (WebSocketCloseStatus.MessageTooBig, $"A message has at most {LineBlocks.BlockBytes} bytes.");
        return null;
    }

    private static async Task UntilEndAsync(Task work)
    {
        try
        {
            await work;
        }
        catch (Exception over) when (over is OperationCanceledException or WebSocketException)
        {
            // Either side has ended it.
        }
    }
}
