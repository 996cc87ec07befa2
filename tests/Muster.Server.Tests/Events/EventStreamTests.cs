using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Muster.Server.Api;
using Muster.Testing;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Events;

public sealed class EventStreamTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Every_message_is_acknowledged_after_its_commit()
    {
        await using var stage = await EventStage.SetAsync();
        using var socket = await OpenAsync(stage, stage.Client);

        await SendAsync(socket, string.Join('\n', stage.Events(1, 10)));
        await SendAsync(socket, stage.Event(11) + "\ngarbage\n" + stage.Event(5));
        var first = await HearAsync(socket);
        var second = await HearAsync(socket);

        Assert.Equal([10L, 10L], [Number(first, "acknowledged"), Number(first, "accepted")]);
        Assert.Equal([11L, 1L, 2L], [
            Number(second, "acknowledged"), Number(second, "accepted"), Number(second, "quarantined")]);
        Assert.Equal(12, second.GetProperty("rejected")[0].GetProperty("line").GetInt32());
        Assert.Equal(11L, await stage.Log.LastAsync(default));
    }

    [Fact]
    public async Task What_is_on_its_way_is_acknowledged_when_the_sender_closes()
    {
        await using var stage = await EventStage.SetAsync();
        using var socket = await OpenAsync(stage, stage.Client);

        await SendAsync(socket, string.Join('\n', stage.Events(1, 900)));
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", default);

        Assert.Equal(900, Number(await HearAsync(socket), "acknowledged"));
        Assert.Equal(WebSocketCloseStatus.NormalClosure, await EndAsync(socket));
    }

    [Fact]
    public async Task A_message_that_is_too_long_ends_it()
    {
        await using var stage = await EventStage.SetAsync();
        using var socket = await OpenAsync(stage, stage.Client);

        await SendAsync(socket, new string('x', 300_000));

        Assert.Equal(WebSocketCloseStatus.MessageTooBig, await EndAsync(socket));
    }

    [Fact]
    public async Task Whoever_may_send_no_longer_is_told_so()
    {
        await using var stage = await EventStage.SetAsync();
        using var client = await stage.Node.SignedInAsync("switch", "Administrator");
        using var socket = await OpenAsync(stage, client);
        (await client.DeleteAsync("/session")).Is(NoContent);

        var end = EndAsync(socket);
        await Until.FineAsync(Patience, () =>
        {
            stage.Node.Time.Advance(TimeSpan.FromSeconds(6));
            return Task.FromResult(end.IsCompleted ? null : "It is still open.");
        });

        Assert.Equal(4401, (int)await end);
    }

    [Fact]
    public async Task Without_the_right_or_a_source_there_is_no_socket()
    {
        await using var stage = await EventStage.SetAsync();
        using var nobody = await stage.Node.SignedInAsync("nobody");

        await Assert.ThrowsAsync<WebSocketException>(() => OpenAsync(stage, nobody));
        await Assert.ThrowsAsync<WebSocketException>(() => OpenAsync(stage, stage.Client, ""));
        (await stage.Client.GetAsync("/events/stream?source=acd")).Is(BadRequest);
    }

    private static async Task<ClientWebSocket> OpenAsync(
        EventStage stage, TestClient client, string query = "?source=acd")
    {
        var socket = new ClientWebSocket();
        socket.Options.Cookies = client.Cookies;
        await socket.ConnectAsync(
            new Uri($"ws://{stage.Node.Host.Address.Authority}{ApiRoot.Path}/events/stream{query}"), default);
        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, string text) => socket.SendAsync(
        Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, default);

    private static async Task<JsonElement> HearAsync(ClientWebSocket socket)
    {
        var (buffer, filled) = (new byte[64 * 1024], 0);
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(filled), default).AsTask().WaitAsync(Patience);
            filled += part.Count;
            if (part.EndOfMessage)
            {
                return JsonElement.Parse(Encoding.UTF8.GetString(buffer, 0, filled));
            }
        }
    }

    private static async Task<WebSocketCloseStatus> EndAsync(ClientWebSocket socket)
    {
        while ((await socket.ReceiveAsync(new byte[1024].AsMemory(), default).AsTask().WaitAsync(Patience)).MessageType
            != WebSocketMessageType.Close)
        {
        }

        return socket.CloseStatus!.Value;
    }

    private static long Number(JsonElement told, string name) => told.GetProperty(name).GetInt64();
}
