using System.Text.Json;
using Muster.Testing;

namespace Muster.Server.Tests;

/// <summary>Several nodes in this process on one database, and an administrator who is signed in on the first.</summary>
public sealed class TestCluster : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    private readonly List<TestNode> _nodes = [];

    private TestCluster()
    {
    }

    public IReadOnlyList<TestNode> Nodes => _nodes;

    /// <summary>Nodes called a, b, c, ... with the same settings.</summary>
    public static async Task<TestCluster> StartAsync(int count, params string[] settings)
    {
        var cluster = new TestCluster();
        var database = await TestDatabase.CreateAsync();
        foreach (var name in "abcdef".Take(count))
        {
            cluster._nodes.Add(await TestNode.StartAsync(database, [$"Server:Node={name}", .. settings]));
        }

        return cluster;
    }

    /// <summary>Somebody who may do everything, signed in on every node with the same session.</summary>
    public async Task<IReadOnlyList<TestClient>> AdministratorsAsync()
    {
        var first = await _nodes[0].AdministratorAsync();
        return [first, .. _nodes.Skip(1).Select(node => SameSession(first, node))];
    }

    /// <summary>The same browser, sent to another node.</summary>
    public static TestClient SameSession(TestClient client, TestNode node)
    {
        var other = node.Anonymous();
        other.Cookies.Add(client.Cookies.GetAllCookies());
        return other;
    }

    /// <summary>Stops a node in order.</summary>
    public async Task StopAsync(TestNode node)
    {
        _nodes.Remove(node);
        await node.DisposeAsync();
    }

    /// <summary>Asks again and again until the answer is as it should be.</summary>
    public static async Task<TestAnswer> UntilAsync(TestClient client, string path, Func<JsonElement, bool> isSo)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var answer = await client.GetAsync(path);
            if (isSo(answer.Body))
            {
                return answer;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, answer.Text);
            await Task.Delay(Look, TimeProvider.System);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }
    }
}
