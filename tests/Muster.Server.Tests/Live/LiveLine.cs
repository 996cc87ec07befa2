using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Muster.Server.Api;

namespace Muster.Server.Tests.Live;

/// <summary>A client's end of a live connection.</summary>
internal sealed class LiveLine(ClientWebSocket socket) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public ClientWebSocket Socket { get; } = socket;

    public static async Task<LiveLine> OpenAsync(TestNode node, TestClient client, string? origin = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.Cookies = client.Cookies;
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        var line = new LiveLine(socket);
        await socket.ConnectAsync(new Uri($"ws://{node.Host.Address.Authority}{ApiRoot.Path}/live"), default);
        return line;
    }

    public Task SendAsync(object message) => Socket.SendAsync(
        Encoding.UTF8.GetBytes(message as string ?? JsonSerializer.Serialize(message)),
        WebSocketMessageType.Text, endOfMessage: true, default);

    public Task SubscribeAsync(string topic, string? cursor = null) => SendAsync(new { subscribe = topic, cursor });

    /// <summary>The next message of a type; those of other types are passed over.</summary>
    public Task<JsonElement> NextAsync(string type, Func<JsonElement, bool>? isIt = null) =>
        // Beats come all the time: the patience is for all messages together.
        SearchAsync(type, isIt).WaitAsync(Patience);

    /// <summary>Waits for the end of the connection.</summary>
    public Task<int> EndAsync() => PassOverAsync().WaitAsync(Patience);

    public void Dispose() => Socket.Dispose();

    private async Task<JsonElement> SearchAsync(string type, Func<JsonElement, bool>? isIt)
    {
        while (true)
        {
            var (message, text) = await ReceiveAsync();
            Assert.Equal(WebSocketMessageType.Text, message);
            var told = JsonElement.Parse(text);
            if (told.GetProperty("type").GetString() == type && isIt?.Invoke(told) != false)
            {
                return told;
            }
        }
    }

    private async Task<int> PassOverAsync()
    {
        while ((await ReceiveAsync()).Type != WebSocketMessageType.Close)
        {
        }

        return (int)Socket.CloseStatus!.Value;
    }

    private async Task<(WebSocketMessageType Type, string Text)> ReceiveAsync()
    {
        var (buffer, filled) = (new byte[64 * 1024], 0);
        while (true)
        {
            var part = await Socket.ReceiveAsync(buffer.AsMemory(filled), default);
            filled += part.Count;
            if (part.EndOfMessage)
            {
                return (part.MessageType, Encoding.UTF8.GetString(buffer, 0, filled));
            }
        }
    }
}
