using System.Net.WebSockets;
using Muster.Cluster;

namespace Muster.Bench.Cluster;

/// <summary>
/// A question to all nodes and their answers over the mesh, beside an echo over one bare WebSocket: both go there and
/// back.
/// </summary>
internal static class MeshBench
{
    private const int Times = 2_000;

    public static async Task RunAsync(string connection, CancellationToken token)
    {
        var echo = await EchoAsync(token);
        Figures.Say("bare WebSocket, there and back, p50", $"{Figures.Text(echo, "0.000")} ms");
        await CompareAsync("mesh of 4, all nodes", connection, 4, ring: false, echo, token);
        await CompareAsync("ring of 6, all nodes", connection, 6, ring: true, echo, token);
    }

    private static async Task CompareAsync(
        string what, string connection, int count, bool ring, double echo, CancellationToken token)
    {
        await using var nodes = await BenchNodes.StartAsync(connection, count, ring, token);
        var times = await AskAsync(nodes.Nodes[0], count, token);
        var median = Figures.Median(times);
        Figures.Say($"{what}, p50", $"{Figures.Text(median, "0.000")} ms, {Figures.Text(median / echo, "0.0")} x bare");
        Figures.Say($"{what}, p99", $"{Figures.Text(Figures.Part(times, 0.99), "0.000")} ms");
    }

    private static async Task<List<double>> AskAsync(ClusterNode node, int count, CancellationToken token)
    {
        var times = new List<double>();
        for (var index = 0; index < Times + (Times / 5); index++)
        {
            var began = TimeProvider.System.GetTimestamp();
            var answers = await node.ProbeAsync(BenchNodes.Scope, "user", "nobody", TimeSpan.FromSeconds(2), token);
            if (answers.Count == count && index >= Times / 5) // What came before warms up.
            {
                times.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        return times;
    }

    private static async Task<double> EchoAsync(CancellationToken token)
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
        return Figures.Median(await SendAsync(client, token));
    }

    private static async Task EchoAsync(WebSocket socket, CancellationToken token)
    {
        var buffer = new byte[4096];
        while (await socket.ReceiveAsync(buffer.AsMemory(), token) is { MessageType: WebSocketMessageType.Text } part)
        {
            await socket.SendAsync(buffer.AsMemory(0, part.Count), WebSocketMessageType.Text, true, token);
        }
    }

    private static async Task<List<double>> SendAsync(ClientWebSocket client, CancellationToken token)
    {
        var (message, buffer, times) = (new byte[300], new byte[4096], new List<double>());
        Array.Fill(message, (byte)'x');
        for (var index = 0; index < Times; index++)
        {
            var began = TimeProvider.System.GetTimestamp();
            await client.SendAsync(message.AsMemory(), WebSocketMessageType.Text, true, token);
            await client.ReceiveAsync(buffer.AsMemory(), token);
            times.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        }

        return times;
    }
}
