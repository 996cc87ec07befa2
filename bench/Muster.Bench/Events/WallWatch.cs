using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Muster.Bench.Stage;
using Muster.Domain.Organization;

namespace Muster.Bench.Events;

/// <summary>Clients that look at the walls of some units, and how long it takes until a state that is sent is there.</summary>
internal sealed class WallWatch : IAsyncDisposable
{
    private const int BlockBytes = 64 * 1024;

    private readonly Dictionary<int, Guid> _watched;
    private readonly ConcurrentDictionary<Guid, (string State, long Sent)> _awaited = new();
    private readonly ConcurrentQueue<double> _times = new();
    private readonly CancellationTokenSource _end = new();
    private readonly List<ClientWebSocket> _sockets = [];
    private Task _listening = Task.CompletedTask;

    private WallWatch(Dictionary<int, Guid> watched) => _watched = watched;

    /// <summary>Milliseconds from the beginning of a request until the wall's client has read the row.</summary>
    public IReadOnlyCollection<double> Times => _times;

    /// <summary>Sent, and not on the wall.</summary>
    public int Missing => _awaited.Count;

    public static async Task<WallWatch> OpenAsync(
        OneNode node, Workforce hired, int units, CancellationToken token)
    {
        var some = hired.Units.Take(units).Select(unit => unit.Id).ToHashSet();
        var watch = new WallWatch(hired.Agents.Index()
            .Where(one => some.Contains(one.Item.ManagementUnit!.Value))
            .ToDictionary(one => one.Index, one => one.Item.Id.Value));
        foreach (var unit in some)
        {
            watch._sockets.Add(await SubscribeAsync(node, unit, token));
        }

        foreach (var socket in watch._sockets)
        {
            while (!await IsPageAsync(socket, token))
            {
                // A beat.
            }
        }

        watch._listening = Task.WhenAll(
            watch._sockets.Select(socket => Task.Run(() => watch.ListenAsync(socket), token)));
        return watch;
    }

    public void Sent(int agent, string state, long at)
    {
        if (_watched.TryGetValue(agent, out var id))
        {
            _awaited[id] = (state, at);
        }
    }

    /// <summary>Until all that was sent is on the wall, or nobody waits any longer.</summary>
    public async Task UntilAllAsync(TimeSpan patience, CancellationToken token)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (Missing > 0 && TimeProvider.System.GetElapsedTime(began) < patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _listening;
        foreach (var socket in _sockets)
        {
            socket.Dispose();
        }

        _end.Dispose();
    }

    private static async Task<ClientWebSocket> SubscribeAsync(
        OneNode node, ManagementUnitId unit, CancellationToken token)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Authorization", $"Bearer {node.Token}");
        await socket.ConnectAsync(
            new UriBuilder(node.Address) { Scheme = "ws", Path = "/api/v2/wfm/live" }.Uri, token);
        await socket.SendAsync(
            Encoding.UTF8.GetBytes($$"""{"subscribe":"adherence/{{unit.Value}}"}"""), WebSocketMessageType.Text,
            endOfMessage: true, token);
        return socket;
    }

    private async Task ListenAsync(ClientWebSocket socket)
    {
        try
        {
            while (true)
            {
                using var message = await ReadAsync(socket, _end.Token);
                Hear(message.RootElement, TimeProvider.System.GetTimestamp());
            }
        }
        catch (OperationCanceledException)
        {
            // The measurement is over.
        }
    }

    private void Hear(JsonElement message, long now)
    {
        if (!IsPage(message))
        {
            return;
        }

        foreach (var row in message.GetProperty("data").GetProperty("agents").EnumerateArray())
        {
            var agent = row.GetProperty("id").GetGuid();
            if (_awaited.TryGetValue(agent, out var sent)
                && row.GetProperty("actual").GetProperty("state").ValueEquals(sent.State)
                && _awaited.TryRemove(agent, out _))
            {
                _times.Enqueue(TimeProvider.System.GetElapsedTime(sent.Sent, now).TotalMilliseconds);
            }
        }
    }

    private static async Task<bool> IsPageAsync(ClientWebSocket socket, CancellationToken token)
    {
        using var message = await ReadAsync(socket, token);
        return IsPage(message.RootElement);
    }

    private static bool IsPage(JsonElement message) => message.GetProperty("type").ValueEquals("page");

    private static async Task<JsonDocument> ReadAsync(ClientWebSocket socket, CancellationToken token)
    {
        using var whole = new MemoryStream();
        var block = new byte[BlockBytes];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(block.AsMemory(), token);
            whole.Write(block, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonDocument.Parse(whole.GetBuffer().AsMemory(0, (int)whole.Length));
    }
}
