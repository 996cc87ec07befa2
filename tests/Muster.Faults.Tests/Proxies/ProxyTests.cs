using System.Net;
using Muster.Faults.Tests.Nodes;
using Muster.Testing;

namespace Muster.Faults.Tests.Proxies;

/// <summary>The proxies' configurations as they are delivered: clients and the mesh go through them.</summary>
[Trait("Needs", "proxy")]
public sealed class ProxyTests
{
    private const int RequestsBefore = 50;
    private const int RequestsAfter = 10;

    private static readonly string[] All = ["a", "b"];

    [Theory]
    [InlineData("nginx")]
    [InlineData("haproxy")]
    public async Task Clients_and_the_mesh_go_through_the_proxy_and_a_killed_node_is_not_noticed(string kind)
    {
        await using var cluster = await ProcessCluster.OpenAsync();
        var port = ProxyProcess.FreePort();
        await cluster.AddAsync("a", Behind(port, 1));
        await cluster.AddAsync("b", Behind(port, 2));
        using var proxy = await ProxyProcess.StartAsync(kind, port, cluster["a"].Address, cluster["b"].Address);

        Told.Took($"linked through {kind}", await cluster.SettledAsync(All));
        await SilenceAsync(cluster);
        await ChangeAsync(cluster, proxy);
        await KillAsync(cluster, proxy);
    }

    private static string[] Behind(int port, int number) =>
        [$"Server:Address=http://127.0.0.1:{port}/nodes/{number}", "Server:TrustedProxies=127.0.0.1"];

    // Nothing is written and nobody asks anything that goes through the proxy. Two nodes that dial each other at the
    // same time change over to one link first.
    private static async Task SilenceAsync(ProcessCluster cluster)
    {
        await Until.FineAsync(TimeSpan.FromSeconds(10), async () =>
            (await cluster.LookAsync(cluster["a"])).LinkAge("b") >= 2 ? null : "The link is still young.");
        var before = (await cluster.LookAsync(cluster["a"])).LinkAge("b")!;
        await Until.StaysFineAsync(TimeSpan.FromSeconds(5), async () =>
            (await cluster.LookAsync(cluster["a"])).LinkAge("b") >= before ? null : "The link is another one.");
    }

    private static async Task ChangeAsync(ProcessCluster cluster, ProxyProcess proxy)
    {
        var (paul, id) = await cluster.AddPersonAsync(cluster["a"], "paul");
        (await paul.GetAsync(proxy.Address, "/session")).Is(HttpStatusCode.OK);
        (await paul.GetAsync(cluster["b"].Address, "/session")).Is(HttpStatusCode.OK);
        await cluster.DisableAsync(cluster["a"], id);
        var applied = await cluster.AppliedAsync(cluster["a"]);
        Assert.True(applied.Body.GetProperty("complete").GetBoolean(), applied.Text);
        (await paul.GetAsync(cluster["b"].Address, "/session")).Is(HttpStatusCode.Unauthorized);
        (await paul.GetAsync(proxy.Address, "/session")).Is(HttpStatusCode.Unauthorized);
    }

    // A client that repeats a failed request up to twice sees no failure at all.
    private static async Task KillAsync(ProcessCluster cluster, ProxyProcess proxy)
    {
        var (requests, repeated) = (0, 0);
        var killed = Task.CompletedTask;
        await Until.StaysFineAsync(TimeSpan.FromSeconds(4), RequestAsync);
        // A busy machine answers a dozen in a second.
        while (requests <= RequestsBefore + RequestsAfter)
        {
            Assert.Null(await RequestAsync());
        }

        await killed;
        Told.Say($"{requests} requests, {repeated} had to be repeated.");

        async Task<string?> RequestAsync()
        {
            if (requests++ == RequestsBefore)
            {
                killed = cluster["b"].Muster.KillAsync();
            }

            for (var attempt = 0; attempt < 3; attempt++)
            {
                if (await TryAsync(cluster, proxy) == HttpStatusCode.OK)
                {
                    return null;
                }

                repeated++;
            }

            return $"Request {requests} failed three times.";
        }
    }

    private static async Task<HttpStatusCode?> TryAsync(ProcessCluster cluster, ProxyProcess proxy)
    {
        try
        {
            return (await cluster.Administrator.GetAsync(proxy.Address, "/session")).Status;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
