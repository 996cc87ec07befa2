using System.Net.WebSockets;

namespace Muster.Bench.Cluster;

/// <summary>
/// The floor of the mesh: a message over one WebSocket to a Kestrel server that does nothing but send it back. One hop
/// is half of there and back, so that both ends are measured by one clock.
/// </summary>
internal sealed class BareHop : IAsyncDisposable
{
    private readonly ClientWebSocket _client = new();
    private readonly WebApplication _server;
    private readonly byte[] _message;
    private readonly byte[] _answer = new byte[4096];

    private BareHop(int bytes)
    {
        _message = new byte[bytes];
        Array.Fill(_message, (byte)'x');
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.UseWebSockets();
        _server.MapGet("/echo", async http =>
        {
            using var socket = await http.WebSockets.AcceptWebSocketAsync();
            await EchoAsync(socket, http.RequestAborted);
        });
    }

    public static async Task<BareHop> OpenAsync(int bytes, CancellationToken token)
    {
        var hop = new BareHop(bytes);
        await hop._server.StartAsync(token);
        var address = hop._server.Urls.First().Replace("http", "ws", StringComparison.Ordinal);
        await hop._client.ConnectAsync(new Uri(address + "/echo"), token);
        return hop;
    }

    /// <returns>Milliseconds.</returns>
    public async Task<double> MeasureAsync(CancellationToken token)
    {
        var began = TimeProvider.System.GetTimestamp();
        await _client.SendAsync(_message.AsMemory(), WebSocketMessageType.Text, true, token);
        await _client.ReceiveAsync(_answer.AsMemory(), token);
        return TimeProvider.System.GetElapsedTime(began).TotalMilliseconds / 2;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    private static async Task EchoAsync(WebSocket socket, CancellationToken token)
    {
        var buffer = new byte[4096];
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(), token) is { MessageType: WebSocketMessageType.Text } part)
            {
                await socket.SendAsync(buffer.AsMemory(0, part.Count), WebSocketMessageType.Text, true, token);
            }
        }
        catch (WebSocketException)
        {
            // The client has gone without a word.
        }
    }
}
