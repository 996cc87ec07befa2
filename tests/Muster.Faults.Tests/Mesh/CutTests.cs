using System.Net;
using System.Net.Sockets;
using Muster.Faults.Tests.Nodes;
using Muster.Faults.Tests.Wires;
using Muster.Testing;

namespace Muster.Faults.Tests.Mesh;

/// <summary>Nodes cut off from the database, or from each other.</summary>
public sealed class CutTests
{
    private static readonly string[] All = ["a", "b", "c"];

    [Fact]
    [Trait("Faults", "nightly")]
    public async Task A_node_cut_off_from_the_database_alone_serves_nothing_as_current_and_finds_its_way_back()
    {
        await using var cluster = await ProcessCluster.OpenAsync();
        await using var wire = new Wire { Target = Socket(cluster) };
        await Task.WhenAll(
            cluster.AddAsync("a"), cluster.AddAsync("b"),
            cluster.AddAsync("c", $"Database:Connection={Through(wire, cluster)}"));
        await cluster.SettledAsync(All);
        var (paul, id) = await cluster.AddPersonAsync(cluster["a"], "paul");
        (await paul.GetAsync(cluster["c"].Address, "/session")).Is(HttpStatusCode.OK);

        wire.Cut();
        await cluster.DisableAsync(cluster["a"], id);
        var applied = await cluster.AppliedAsync(cluster["a"], 10_000);
        Assert.True(applied.Body.GetProperty("complete").GetBoolean(), applied.Text);
        Assert.NotEqual(HttpStatusCode.OK, (await paul.GetAsync(cluster["c"].Address, "/session")).Status);
        Told.Took("told as gone", await cluster.AllSeeAsync(TimeSpan.FromSeconds(3), ["a", "b"], (_, seen) =>
            seen.Live == "a b" && seen.Housekeeping?.Holder is "a" or "b" ? null : $"{seen.Live} {seen.Housekeeping}"));

        wire.Mend();
        Told.Took("back", await Until.FineAsync(TimeSpan.FromSeconds(15), async () =>
            (await cluster.LookAsync(cluster["a"])).Live is var live and not "a b c" ? live : null));
        (await paul.GetAsync(cluster["c"].Address, "/session")).Is(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Trait("Faults", "nightly")]
    public async Task Nodes_cut_off_from_each_other_alone_agree_through_the_database()
    {
        await using var cluster = await WiredCluster.StartAsync("ab bc ca", "Database:Notify=false");
        await cluster.SeesAsync("c", "a1 b1 c0", "Reaches 2 of 2 other nodes, 0 through relay.");
        var (paul, id) = await cluster.Nodes.AddPersonAsync(cluster.Nodes["a"], "paul");
        (await paul.GetAsync(cluster.Nodes["c"].Address, "/session")).Is(HttpStatusCode.OK);

        cluster["bc"].Cut();
        cluster["ca"].Cut();
        await cluster.SeesAsync("c", "a- b- c0", "Reaches 0 of 2 other nodes, 0 through relay.");
        await cluster.Nodes.DisableAsync(cluster.Nodes["a"], id);
        var applied = await cluster.Nodes.AppliedAsync(cluster.Nodes["a"], 10_000);

        Assert.True(applied.Body.GetProperty("complete").GetBoolean(), applied.Text);
        Told.Took("applied by all", TimeSpan.FromMilliseconds(applied.Body.GetProperty("took_ms").GetDouble()));
        (await paul.GetAsync(cluster.Nodes["c"].Address, "/session")).Is(HttpStatusCode.Unauthorized);
    }

    // PostgreSQL's socket, which a wire leads to as this process: it is let in as its owner is.
    private static UnixDomainSocketEndPoint Socket(ProcessCluster cluster) =>
        new(Path.Combine(Part(cluster, "Host"), ".s.PGSQL.5432"));

    private static string Through(Wire wire, ProcessCluster cluster) => string.Join(';',
        cluster.Database.ConnectionString.Split(';').Where(part => !part.StartsWith("Host=", StringComparison.Ordinal))
            .Concat([$"Host=127.0.0.1;Port={wire.Port};SSL Mode=Disable;GSS Encryption Mode=Disable"]));

    private static string Part(ProcessCluster cluster, string name) => cluster.Database.ConnectionString.Split(';')
        .Single(part => part.StartsWith($"{name}=", StringComparison.Ordinal))[(name.Length + 1)..];
}
