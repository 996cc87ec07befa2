using System.Net;
using System.Runtime.Versioning;
using System.Text.Json;
using Muster.Server.Local;
using Muster.Storage.BuiltIn;
using Muster.Testing;

namespace Muster.Server.Tests.Demo;

/// <summary><c>muster demo --cluster</c>, with real processes.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class DemoClusterTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _folder = TemporaryFolder.Make();

    private string Data => Path.Combine(_folder.FullName, "data");

    [Fact]
    public async Task Whichever_process_is_killed_the_others_go_on_it_comes_back_and_a_stop_leaves_none()
    {
        using var demo = MusterProcess.Start(
            "demo", "--cluster", "--accounts-only", "--data", Data, "--urls", "http://127.0.0.1:0",
            "--set", "Identity:PasswordRounds=1000");
        var first = await demo.AddressAsync();
        var nodes = LocalClusterFile.Read(Data).Nodes;
        Assert.Equal(["server-1", "server-2"], nodes.Take(2).Select(node => node.Name));
        Assert.Equal(3, nodes.Count(node => node.Roles == "builder"));
        Assert.Equal(first, new Uri(nodes[0].Url));
        using var client = new TestClient(new Uri(nodes[1].Url));
        (await client.PostAsync("/session", new { user_name = "ada", password = "muster-demo" })).Is(HttpStatusCode.OK);
        await SeesAsync(client, cluster => nodes.All(node => IsLive(cluster, node.Name, node.ProcessId)));

        var builder = nodes.First(node => node.Roles == "builder");
        await LocalProcess.SignalAsync(nodes[0].ProcessId, "KILL", CancellationToken.None);
        await LocalProcess.SignalAsync(builder.ProcessId, "KILL", CancellationToken.None);

        await SeesAsync(client, cluster => !IsLive(cluster, "server-1") && !IsLive(cluster, builder.Name));
        await Until.FineAsync(Patience, () => Task.FromResult(
            demo.Said.Contains($"server-1 (process {nodes[0].ProcessId}) is gone.", StringComparison.Ordinal)
                ? null : demo.Said));

        await BringBackAsync(client);
        Assert.Equal(0, await demo.TerminateAsync());
        Assert.Null(LocalClusterFile.Find(Data));
        Assert.All(nodes, node => Assert.Equal(LocalNodeState.Gone, node.State));
        Assert.IsNotType<PostgresLook.Running>(BuiltInPostgres.Look(Data));
    }

    public async ValueTask DisposeAsync()
    {
        await LocalCluster.EndLeftoversAsync(Data, TimeProvider.System, CancellationToken.None);
        await PostgresLeftovers.EndAsync(Data);
        _folder.Delete(recursive: true);
    }

    // As the demonstration does it, without the twenty seconds in which a visitor looks.
    private async Task BringBackAsync(TestClient client)
    {
        using var ending = new CancellationTokenSource();
        var keeping = new LocalClusterKeeper(Data, TimeSpan.Zero, TimeProvider.System, _ => { }).RunAsync(ending.Token);
        await SeesAsync(client, cluster => IsLive(cluster, "server-1") && IsLive(cluster, "builder-1"));
        await ending.CancelAsync();
        await keeping;
    }

    private static bool IsLive(JsonElement cluster, string name, int? process = null) =>
        cluster.GetProperty("nodes").EnumerateArray().Any(node => node.GetProperty("name").GetString() == name
            && node.GetProperty("live").GetBoolean()
            && (process is null || node.GetProperty("process_id").GetInt32() == process));

    private static Task<TimeSpan> SeesAsync(TestClient client, Func<JsonElement, bool> condition) =>
        Until.FineAsync(Patience, async () =>
        {
            var cluster = (await client.GetAsync("/system/cluster")).Is(HttpStatusCode.OK).Body;
            return condition(cluster) ? null : cluster.ToString();
        });
}
