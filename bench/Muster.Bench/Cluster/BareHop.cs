using System.Net.WebSockets;

namespace Muster.Bench.Cluster;

/// <summary>
/// The floor of the mesh: one message over one WebSocket between two Kestrel programs that do nothing with it. Half of
/// there and back, so that both ends are measured by one clock.
/// </summary>
internal static class BareHop
{
    private const int Times = 2_000;
    private const int WarmUp = 1_000;

    /// <param name="pause">
    /// Between two messages; zero: one follows the other, and no thread falls asleep in between.
    /// </param>
    /// <returns>The median in milliseconds.</returns>
    public static async Task<double> MeasureAsync(int bytes, TimeSpan pause, CancellationToken token)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var application = builder.Build();
        application.UseWebSockets();
        application.MapGet("/echo", async http =>
        {
            using var socket = await http.WebSockets.AcceptWebSocketAsync();
            await EchoAsync(socket, http.RequestAborted);
        });
        await application.StartAsync(token);
        using var client = new ClientWebSocket();
        var address = new Uri(application.Urls.First().Replace("http", "ws", StringComparison.Ordinal) + "/echo");
        await client.ConnectAsync(address, token);
        return Figures.Median((await SendAsync(client, bytes, pause, token)).Skip(WarmUp)) / 2;
    }

    private static async Task EchoAsync(WebSocket socket, CancellationToken token)
    {
        var buffer = new byte[4096];
        while (await socket.ReceiveAsync(buffer.AsMemory(), token) is { MessageType: WebSocketMessageType.Text } part)
        {
            await socket.SendAsync(buffer.AsMemory(0, part.Count), WebSocketMessageType.Text, true, token);
        }
    }

    private static async Task<List<double>> SendAsync(
        ClientWebSocket client, int bytes, TimeSpan pause, CancellationToken token)
    {
        var (message, buffer, times) = (new byte[bytes], new byte[4096], new List<double>());
        Array.Fill(message, (byte)'x');
        for (var index = 0; index < Times + WarmUp; index++)
        {
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, TimeProvider.System, token);
            }

            var began = TimeProvider.System.GetTimestamp();
            await client.SendAsync(message.AsMemory(), WebSocketMessageType.Text, true, token);
            await client.ReceiveAsync(buffer.AsMemory(), token);
            times.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        }

        return times;
    }
}
