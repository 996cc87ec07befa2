using System.Security.Cryptography;
using System.Text;
using Muster.Faults.Tests.Nodes;
using Muster.Storage.Members;
using Muster.Testing;

namespace Muster.Faults.Tests.Mesh;

/// <summary>Peers of another version, bad ones, and ones that do not belong here.</summary>
public sealed class StrangerTests
{
    private const string Secret = "a secret of the cluster";

    private static readonly string[] All = ["a", "b"];
    private static readonly string[] Keyed = ["Auth:Provider=secret", $"Auth:Secret={Secret}"];

    [Fact]
    [Trait("Faults", "nightly")]
    public async Task Frames_of_a_later_version_are_passed_on_unopened()
    {
        await using var cluster = await KeyedAsync();
        using var near = await StrangerAsync(cluster, "a", "near");
        using var far = await StrangerAsync(cluster, "b", "far");
        await Until.FineAsync(TimeSpan.FromSeconds(1), async () =>
            (await cluster.LookAsync(cluster["b"])).Links.Contains("far") ? null : "no link to far");

        await near.SayUnknownAsync(1);

        Assert.Equal("""{"depth":1,"light":[1,2.50,"x"]}""", await far.HearAsync("hologram"));
    }

    [Theory]
    [Trait("Faults", "nightly")]
    [InlineData("this is no frame", 1)]
    [InlineData("""{"kind":"event","body":null}""", 1)]
    [InlineData("10 MB of it; ", 800_000)]
    public async Task A_peer_that_sends_garbage_is_cut_off_and_nothing_else_suffers(string garbage, int times)
    {
        await using var cluster = await KeyedAsync();
        using var bad = await StrangerAsync(cluster, "a", "bad");
        await bad.HearAsync("hello");
        var age = (await cluster.LookAsync(cluster["a"])).LinkAge("b");

        await bad.SayAsync(string.Concat(Enumerable.Repeat(garbage, times)));

        await bad.EndedAsync();
        await cluster.AllSeeAsync(TimeSpan.FromSeconds(1), ["a"], (_, seen) =>
            seen.Links.SequenceEqual(["b"]) && seen.LinkAge("b") >= age
            && seen.Sentence == "Reaches 1 of 1 other nodes, 0 through relay."
                ? null
                : $"{string.Join(' ', seen.Links)}: {seen.Sentence}");
    }

    [Fact]
    [Trait("Faults", "nightly")]
    public async Task A_node_with_another_secret_gets_no_link_and_the_reason_is_told()
    {
        await using var cluster = await ProcessCluster.OpenAsync();
        await cluster.AddAsync("a", Keyed);
        await cluster.AddAsync("b", "Auth:Provider=secret", "Auth:Secret=another secret, alas");

        await cluster.AllSeeAsync(TimeSpan.FromSeconds(10), All, (node, seen) =>
            seen.Links.Count == 0 && seen.Troubles.Any(IsAboutTheProof) ? null
                : $"{node.Name}: {seen.Sentence} {string.Join("; ", seen.Troubles)}");
        Assert.Equal(
            "Reaches 0 of 1 other nodes, 0 through relay.", (await cluster.LookAsync(cluster["a"])).Sentence);
    }

    [Fact]
    [Trait("Faults", "nightly")]
    public async Task Without_keys_there_is_no_mesh_and_the_nodes_agree_all_the_same()
    {
        await using var cluster = await ProcessCluster.OpenAsync();
        await Task.WhenAll(All.Select(name => cluster.AddAsync(name, "Auth:Provider=none")));

        var seen = await cluster.LookAsync(cluster["a"]);
        Assert.False(seen.IsMeshOn);
        Assert.Equal(
            "The mesh is off: Auth:Provider is none, so nodes could not prove who they are.", seen.Sentence);
        var applied = await cluster.AppliedAsync(cluster["a"]);
        Assert.True(applied.Body.GetProperty("complete").GetBoolean(), applied.Text);
    }

    // What a node makes of its secret: mixed with the key that the database keeps.
    private static async Task<RawPeer> StrangerAsync(ProcessCluster cluster, string node, string name)
    {
        await using var database = cluster.Database.Open();
        var kept = await new ClusterKeyStore(database).ReadOrMakeAsync(TestContext.Current.CancellationToken);
        var key = HMACSHA256.HashData(kept, Encoding.UTF8.GetBytes(Secret));
        return await RawPeer.LinkAsync(cluster[node].Address, name, key);
    }

    private static bool IsAboutTheProof(string trouble) =>
        trouble.Contains("belongs to another cluster", StringComparison.Ordinal);

    private static async Task<ProcessCluster> KeyedAsync()
    {
        var cluster = await ProcessCluster.OpenAsync();
        await Task.WhenAll(All.Select(name => cluster.AddAsync(name, Keyed)));
        await cluster.SettledAsync(All);
        return cluster;
    }
}
