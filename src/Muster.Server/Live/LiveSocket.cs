using System.Net.WebSockets;
using System.Text;

namespace Muster.Server.Live;

/// <summary>
/// A WebSocket of a client, whose messages are short in and complete out. One task hears; many may tell, one after the
/// other.
/// </summary>
internal sealed class LiveSocket(WebSocket socket, TimeProvider time) : IDisposable
{
    private const int MostBytes = 4096;
    private const int LongestReason = 120;

    // Whoever does not take a message for so long is gone.
    private static readonly TimeSpan SendTime = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly byte[] _incoming = new byte[MostBytes];

    /// <summary>The next message; null when the client has ended, or sent what is no message of ours.</summary>
    public async Task<string?> HearAsync(CancellationToken token)
    {
        for (var filled = 0; filled < MostBytes;)
        {
            var part = await socket.ReceiveAsync(_incoming.AsMemory(filled), token);
            if (part.MessageType != WebSocketMessageType.Text)
            {
                return null;
            }

            filled += part.Count;
            if (part.EndOfMessage)
            {
                return Encoding.UTF8.GetString(_incoming, 0, filled);
            }
        }

        return null;
    }

    /// <exception cref="WebSocketException">The client is gone.</exception>
    public async Task TellAsync(LiveMessage message, CancellationToken token)
    {
        await _turn.WaitAsync(token);
        try
        {
            // Not the caller's token: a message that was begun is finished, else the socket is of no use any more.
            using var limit = new CancellationTokenSource(SendTime, time);
            await socket.SendAsync(message.Bytes(), WebSocketMessageType.Text, endOfMessage: true, limit.Token);
        }
        catch (OperationCanceledException slow)
        {
            throw new WebSocketException("The client takes nothing any more.", slow);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task CloseAsync(WebSocketCloseStatus status, string reason, CancellationToken token)
    {
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(
                    status, reason.Length > LongestReason ? reason[..LongestReason] : reason, token);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // It need not hear it.
        }
    }

    public void Dispose() => _turn.Dispose();
}
