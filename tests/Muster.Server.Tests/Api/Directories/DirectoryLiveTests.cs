using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using Muster.Server.Api;
using static Muster.Server.Tests.Api.Directories.DirectoryTrial;

namespace Muster.Server.Tests.Api.Directories;

public sealed class DirectoryLiveTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Changes_are_pushed_as_they_come()
    {
        await using var trial = await StartAsync();
        using var socket = await ConnectAsync(trial, await trial.PositionAsync());

        await trial.PutAsync("people/p1", Person());
        var first = await ReceiveAsync(socket);
        await trial.RemoveAsync("people/p1");
        var second = await ReceiveAsync(socket);

        Assert.Equal("1", Version(first));
        Assert.Equal("2", Version(second));
        Assert.Equal(await trial.PositionAsync(), second.GetProperty("next").GetString());
    }

    [Fact]
    public async Task What_came_before_the_connection_is_pushed_first()
    {
        await using var trial = await StartAsync();

        using var socket = await ConnectAsync(trial, "1.3");

        Assert.Equal(2, (await ReceiveAsync(socket)).GetProperty("changes").GetArrayLength());
    }

    [Fact]
    public async Task A_cursor_that_is_refused_is_told_in_the_answer()
    {
        await using var trial = await StartAsync();
        using var socket = new ClientWebSocket();
        socket.Options.Cookies = trial.Client.Cookies;
        socket.Options.CollectHttpResponseDetails = true;

        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(Address(trial, "9.9"), default));

        Assert.Equal(HttpStatusCode.Gone, socket.HttpStatusCode);
    }

    [Fact]
    public async Task Who_may_no_longer_read_is_told_nothing_more()
    {
        await using var trial = await StartAsync();
        using var socket = await ConnectAsync(trial, await trial.PositionAsync());
        using var other = await trial.Node.SignedInAsync("other", "Administrator");

        (await trial.Client.DeleteAsync("/session")).Is(HttpStatusCode.NoContent);
        await other.PutAsync("/directory/people/p1", Person());

        var buffer = new byte[4096];
        var told = await socket.ReceiveAsync(buffer, default).WaitAsync(Patience);
        Assert.Equal(WebSocketMessageType.Close, told.MessageType);
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, socket.CloseStatus);
    }

    [Fact]
    public async Task A_node_that_stops_says_so()
    {
        var trial = await StartAsync();
        using var socket = await ConnectAsync(trial, await trial.PositionAsync());

        var stopping = trial.DisposeAsync();

        var told = await socket.ReceiveAsync(new byte[4096], default).WaitAsync(Patience);
        Assert.Equal(WebSocketMessageType.Close, told.MessageType);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, default).WaitAsync(Patience);
        await stopping;
    }

    private static Uri Address(DirectoryTrial trial, string after) => new(
        $"ws://{trial.Node.Host.Address.Authority}{ApiRoot.Path}/directory/changes/live?after={after}");

    private static async Task<ClientWebSocket> ConnectAsync(DirectoryTrial trial, string after)
    {
        var socket = new ClientWebSocket();
        socket.Options.Cookies = trial.Client.Cookies;
        await socket.ConnectAsync(Address(trial, after), default);
        return socket;
    }

    private static async Task<JsonElement> ReceiveAsync(ClientWebSocket socket)
    {
        var (buffer, filled) = (new byte[64 * 1024], 0);
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(filled), default).AsTask().WaitAsync(Patience);
            Assert.Equal(WebSocketMessageType.Text, part.MessageType);
            filled += part.Count;
            if (part.EndOfMessage)
            {
                return JsonElement.Parse(buffer.AsSpan(0, filled));
            }
        }
    }

    private static string Version(JsonElement page) => page.GetProperty("changes")[0].GetProperty("version").ToString();
}
