using System.Text.Json;
using Muster.Testing;

namespace Muster.Browser.Tests;

/// <summary>Nodes a, b and c on one database: the demonstration and two that join it.</summary>
public sealed class OwnCluster : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly OwnNode _first = new("demo", "--set", "Server:Node=a");
    private readonly List<OwnNode> _others = [];

    /// <summary>Where a answers.</summary>
    public Uri Address => _first.Address;

    /// <summary>Ada, signed in at a.</summary>
    public ApiSession Ada { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await _first.StartAsync();
        Ada = await ApiSession.SignInAsync(Address, "ada", DemoNode.Password);
        await Task.WhenAll(AddAsync("b"), AddAsync("c"));
        await SeesAsync(cluster => cluster.GetProperty("mesh").GetProperty("links").GetArrayLength() == 2
            && Housekeeping(cluster).GetProperty("waiting").GetArrayLength() == 2);
    }

    /// <summary>Starts another node on the same database.</summary>
    public async Task<OwnNode> AddAsync(string name)
    {
        var node = new OwnNode("serve", "--database", _first.Connection, "--set", $"Server:Node={name}");
        _others.Add(node);
        await node.StartAsync();
        return node;
    }

    /// <summary>The one duty that this version has.</summary>
    /// <summary>The duty, when both of the other nodes are seen to wait for it.</summary>
    public async Task<JsonElement> HousekeepingAsync()
    {
        JsonElement found = default;
        await SeesAsync(cluster =>
            (found = Housekeeping(cluster)).GetProperty("waiting").GetArrayLength() >= 2);
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        Ada?.Dispose();
        foreach (var node in _others)
        {
            await node.DisposeAsync();
        }

        await _first.DisposeAsync();
    }

    private static JsonElement Housekeeping(JsonElement cluster) => cluster.GetProperty("leases").EnumerateArray()
        .Single(lease => lease.GetProperty("name").GetString() == "housekeeping");

    private Task<TimeSpan> SeesAsync(Func<JsonElement, bool> condition) => Until.FineAsync(Patience, async () =>
    {
        var cluster = await Ada.GetAsync("/system/cluster");
        return condition(cluster) ? null : cluster.ToString();
    });
}
