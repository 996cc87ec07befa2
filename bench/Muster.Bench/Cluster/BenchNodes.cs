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

    public static ScopeName Scope => AccessScope.Name;

    public IReadOnlyList<ClusterNode> Nodes { get; private set; } = [];

    /// <summary>Each node's own, in the order of the nodes.</summary>
    public IReadOnlyList<Database> Databases { get; private set; } = [];

    public Database Database => Databases[0];

    /// <summary>Of the first node.</summary>
    public IServiceProvider Services => _hosts[0].Services;

    public static async Task<BenchNodes> StartAsync(string connection, BenchShape shape, CancellationToken token)
    {
        var nodes = new BenchNodes();
        for (var index = 0; index < shape.Nodes; index++)
        {
            var options = OptionReader.Read(Settings(connection, index, shape));
            nodes._hosts.Add(await MusterHost.StartAsync(options, TimeProvider.System, token));
        }

        nodes.Nodes = [.. nodes._hosts.Select(host => host.Services.GetRequiredService<ClusterNode>())];
        nodes.Databases = [.. nodes._hosts.Select(host => host.Services.GetRequiredService<Database>())];
        var (links, others) = (shape.Ring ? 2 : shape.Nodes - 1, shape.Nodes - 1);
        await nodes.UntilAsync(node => node.Mesh!.Links.Count == links && node.Mesh.Reach.Count == others, token);
        return nodes;
    }

    /// <summary>Waits until all nodes have applied a position.</summary>
    public Task UntilAppliedAsync(ScopePosition position, CancellationToken token) =>
        UntilAsync(node => node.Positions[Scope] >= position, token);

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }
    }

    private async Task UntilAsync(Func<ClusterNode, bool> isSo, CancellationToken token)
    {
        // First the pause: who looks on takes a core away from what is measured.
        do
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, token);
        }
        while (!Nodes.All(isSo));
    }

    // In a ring nodes know only their neighbours: what they say of themselves leads nowhere.
    private static List<OptionSetting> Settings(string connection, int index, BenchShape shape)
    {
        List<OptionSetting> settings =
        [
            new("Database:Connection", connection, "bench"),
            new("Database:Notify", shape.Notify ? "true" : "false", "bench"),
            new("Server:Node", $"n{index}", "bench"),
            new("Server:Urls", Url(index), "bench"),
            new("Telemetry:LogLevel", "error", "bench"),
        ];
        if (shape.Ring)
        {
            var (next, last) = ((index + 1) % shape.Nodes, (index + shape.Nodes - 1) % shape.Nodes);
            settings.Add(new("Server:Address", "http://127.0.0.1:9", "bench"));
            settings.Add(new("Server:Peers", $"{Url(next)},{Url(last)}", "bench"));
        }

        return settings;
    }

    private static string Url(int index) =>
        string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FirstPort + index}");
}
