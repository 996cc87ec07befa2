using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Muster.Faults.Tests.Mesh;

/// <summary>
/// A peer of the mesh written from its description, not from its code: a node of another version, or a bad one.
/// </summary>
internal sealed class RawPeer : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly string _name;

    private RawPeer(string name) => _name = name;

    private static CancellationToken Patience =>
        new CancellationTokenSource(TimeSpan.FromSeconds(10), TimeProvider.System).Token;

    /// <summary>Opens a link and proves itself with the cluster's key.</summary>
    public static async Task<RawPeer> LinkAsync(Uri node, string name, byte[] key)
    {
        var peer = new RawPeer(name);
        await peer._socket.ConnectAsync(new UriBuilder(node) { Scheme = "ws", Path = "/mesh" }.Uri, Patience);
        var theirs = Convert.FromBase64String((await peer.HearAsync())!.GetValue<string>());
        var ours = RandomNumberGenerator.GetBytes(24);
        byte[] said = [1, .. theirs, .. ours, .. Encoding.UTF8.GetBytes(name)];
        var code = HMACSHA256.HashData(key, said);
        await peer.SayAsync(JsonSerializer.Serialize(new { Node = name, Nonce = ours, Code = code }));
        await peer.HearAsync();
        await peer.SayAsync($$"""
            {"kind": "hello", "body": {"build": "later", "protocol": 2, "colour": "blue", "node": {{peer.Node}} } }
            """);
        return peer;
    }

    /// <summary>Sends a frame that all shall have, of a kind that nobody knows.</summary>
    public Task SayUnknownAsync(int number) => SayAsync($$"""
        {
          "kind": "hologram",
          "route": {"origin": {{Node}}, "seq": {{number}}, "hop": 1, "reached": ["{{_name}}"], "to": null},
          "body": {"depth":{{number}},"light":[1,2.50,"x"]}
        }
        """);

    public async Task SayAsync(string text)
    {
        try
        {
            await _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, Patience);
        }
        catch (WebSocketException)
        {
            // The node has had enough of it already.
        }
    }

    /// <summary>The body of the next frame of a kind, as it came.</summary>
    public async Task<string> HearAsync(string kind)
    {
        while (await HearAsync() is { } frame)
        {
            if (frame["kind"]!.GetValue<string>() == kind)
            {
                return frame["body"]!.ToJsonString();
            }
        }

        throw new InvalidOperationException($"The link ended before a frame of kind {kind} came.");
    }

    /// <summary>Returns when the node has ended the link.</summary>
    public async Task EndedAsync()
    {
        while (await HearAsync() is not null)
        {
            // What it had still to say.
        }
    }

    public void Dispose() => _socket.Dispose();

    private string Node => $$"""{"name":"{{_name}}","incarnation":900001}""";

    private async Task<JsonNode?> HearAsync()
    {
        var buffer = new byte[256 * 1024];
        var count = 0;
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer.AsMemory(count), Patience);
                count += part.Count;
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return null;
                }

                if (part.EndOfMessage)
                {
                    return JsonNode.Parse(buffer.AsSpan(0, count));
                }
            }
        }
        catch (WebSocketException)
        {
            return null;
        }
    }
}
