using System.Globalization;
using Muster.Cluster;
using Muster.Cluster.Streams;
using Muster.Server.Host;
using Muster.Server.Identity;
using Muster.Server.Options;
using Muster.Storage;

namespace Muster.Bench.Cluster;

/// <summary>Whole nodes in this process, on one database.</summary>
internal sealed class BenchNodes : IAsyncDisposable
{
    private const int FirstPort = 17_170;

    private readonly List<MusterHost> _hosts = [];

    private BenchNodes()
    {
    }

    public IReadOnlyList<ClusterNode> Nodes => [.. _hosts.Select(host => host.Services.GetRequiredService<ClusterNode>())];

    public Database Database => _hosts[0].Services.GetRequiredService<Database>();

    public static ScopeName Scope => AccessScope.Name;

    public static async Task<BenchNodes> StartAsync(string connection, int count, bool ring, CancellationToken token)
    {
        var nodes = new BenchNodes();
        for (var index = 0; index < count; index++)
        {
            nodes._hosts.Add(await StartOneAsync(connection, index, ring ? count : 0, token));
        }

        var links = ring ? 2 : count - 1;
        await nodes.UntilAsync(node => node.Mesh!.Links.Count == links && node.Mesh.Reach.Count == count - 1, token);
        return nodes;
    }

    public async Task UntilAsync(Func<ClusterNode, bool> isSo, CancellationToken token)
    {
        while (!Nodes.All(isSo))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }
    }

    // In a ring nodes know only their neighbours: what they say of themselves leads nowhere.
    private static Task<MusterHost> StartOneAsync(string connection, int index, int ring, CancellationToken token)
    {
        List<OptionSetting> settings =
        [
            new("Database:Connection", connection, "bench"),
            new("Server:Node", $"n{index}", "bench"),
            new("Server:Urls", Url(index), "bench"),
            new("Telemetry:LogLevel", "error", "bench"),
        ];
        if (ring > 0)
        {
            settings.Add(new("Server:Address", "http://127.0.0.1:9", "bench"));
            settings.Add(new("Server:Peers", $"{Url((index + 1) % ring)},{Url((index + ring - 1) % ring)}", "bench"));
        }

        return MusterHost.StartAsync(OptionReader.Read(settings), TimeProvider.System, token);
    }

    private static string Url(int index) =>
        string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FirstPort + index}");
}
