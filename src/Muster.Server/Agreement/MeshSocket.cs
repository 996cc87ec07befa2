using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using Muster.Cluster.Mesh;

namespace Muster.Server.Agreement;

/// <summary>
/// A WebSocket that carries one text message for each frame. What arrives is read off the strand: only the frame itself
/// needs it.
/// </summary>
internal sealed class MeshSocket(WebSocket socket, FrameBytes written) : IMeshConnection
{
    // Whoever is not proved yet may send anything: what is missing is refused here, not found missing later.
    private static readonly JsonSerializerOptions Handshake = new()
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private readonly ArrayBufferWriter<byte> _incoming = new();

    public Task SendAsync(Frame frame, CancellationToken token) => SendTextAsync(written.Of(frame), token);

    public async Task<Frame?> ReceiveAsync(CancellationToken token)
    {
        try
        {
            return await ReceiveTextAsync(FrameCodec.MaxBytes, token).ConfigureAwait(false) is { } text
                ? FrameCodec.Read(text)
                : null;
        }
        catch (JsonException garbage)
        {
            throw new LinkBrokenException($"The peer sent what is no frame: {garbage.Message}", garbage);
        }
    }

    /// <summary>A message of the handshake.</summary>
    public Task TellAsync<T>(T message, CancellationToken token) =>
        SendTextAsync(JsonSerializer.SerializeToUtf8Bytes(message), token);

    /// <summary>The next message of the handshake.</summary>
    /// <exception cref="LinkBrokenException">There is none.</exception>
    public async Task<T> HearAsync<T>(int maxBytes, CancellationToken token)
    {
        try
        {
            return await ReceiveTextAsync(maxBytes, token) is { } text
                && JsonSerializer.Deserialize<T>(text.Span, Handshake) is { } message
                ? message
                : throw new LinkBrokenException($"The peer closed the connection: {socket.CloseStatusDescription}");
        }
        catch (JsonException garbage)
        {
            throw new LinkBrokenException($"The peer sent what is no handshake: {garbage.Message}", garbage);
        }
    }

    /// <summary>Closes with a reason, and waits until the other side has heard it.</summary>
    public async Task RefuseAsync(string why, CancellationToken token)
    {
        try
        {
            await GuardAsync(async () =>
            {
                await socket.CloseAsync(WebSocketCloseStatus.PolicyViolation, why, token);
                return true;
            });
        }
        catch (LinkBrokenException)
        {
            // It need not hear it.
        }
    }

    public ValueTask DisposeAsync()
    {
        socket.Abort();
        socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<bool> SendTextAsync(ReadOnlyMemory<byte> bytes, CancellationToken token) => GuardAsync(async () =>
    {
        await socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, token).ConfigureAwait(false);
        return true;
    });

    private Task<ReadOnlyMemory<byte>?> ReceiveTextAsync(int maxBytes, CancellationToken token) =>
        GuardAsync<ReadOnlyMemory<byte>?>(async () =>
        {
            _incoming.ResetWrittenCount();
            while (true)
            {
                var part = await socket.ReceiveAsync(_incoming.GetMemory(4096), token).ConfigureAwait(false);
                _incoming.Advance(part.Count);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return null;
                }

                if (_incoming.WrittenCount > maxBytes)
                {
                    throw new LinkBrokenException($"The peer sent more than {maxBytes} bytes in one message.");
                }

                if (part.EndOfMessage)
                {
                    return _incoming.WrittenMemory;
                }
            }
        });

    private static async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception gone)
            when (gone is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            throw new LinkBrokenException(gone.Message, gone);
        }
    }
}
