using System.Net;
using Muster.Faults.Tests.Nodes;
using Muster.Faults.Tests.Wires;

namespace Muster.Faults.Tests.Mesh;

/// <summary>Meshes that are not full: what each node tells of its reach; a change comes to all by relay.</summary>
public sealed class ShapeTests
{
    // Neither the poll nor the database's notices may help the mesh here.
    private static readonly string[] MeshOnly = ["Database:Notify=false", "Server:CacheSlack=30"];

    [Fact]
    public async Task In_a_line_of_four_a_change_reaches_all_within_a_second()
    {
        await using var line = await WiredCluster.StartAsync("ab bc cd", MeshOnly);
        await line.SeesAsync("a", "a0 b1 c2 d3", "Reaches 3 of 3 other nodes, 2 through relay.");
        await line.SeesAsync("b", "a1 b0 c1 d2", "Reaches 3 of 3 other nodes, 1 through relay.");
        await line.SeesAsync("d", "a3 b2 c1 d0", "Reaches 3 of 3 other nodes, 2 through relay.");
        await ChangeReachesAllAsync(line, "a");
        await ChangeReachesAllAsync(line, "c");
    }

    [Fact]
    [Trait("Faults", "nightly")]
    public async Task In_a_ring_of_four_the_far_side_is_two_links_away_and_a_cut_makes_a_line_of_it()
    {
        await using var ring = await WiredCluster.StartAsync("ab bc cd da", MeshOnly);
        await ring.SeesAsync("a", "a0 b1 c2 d1", "Reaches 3 of 3 other nodes, 1 through relay.");
        await ring.SeesAsync("b", "a1 b0 c1 d2", "Reaches 3 of 3 other nodes, 1 through relay.");
        await ChangeReachesAllAsync(ring, "a");

        ring["ab"].Cut();
        await ring.SeesAsync("a", "a0 b3 c2 d1", "Reaches 3 of 3 other nodes, 2 through relay.");
        await ChangeReachesAllAsync(ring, "b");

        ring["ab"].Mend();
        await ring.SeesAsync("a", "a0 b1 c2 d1", "Reaches 3 of 3 other nodes, 1 through relay.");
    }

    [Fact]
    [Trait("Faults", "nightly")]
    public async Task In_a_star_the_centre_relays_and_its_death_leaves_each_alone()
    {
        await using var star = await WiredCluster.StartAsync("ab ac ad", MeshOnly);
        await star.SeesAsync("a", "a0 b1 c1 d1", "Reaches 3 of 3 other nodes, 0 through relay.");
        await star.SeesAsync("d", "a1 b2 c2 d0", "Reaches 3 of 3 other nodes, 2 through relay.");
        await ChangeReachesAllAsync(star, "d");

        await star.Nodes["a"].Muster.KillAsync();
        await star.SeesAsync("d", "b- c- d0", "Reaches 0 of 2 other nodes, 0 through relay.");
    }

    [Fact]
    [Trait("Faults", "nightly")]
    public async Task Two_rings_whose_bridge_is_cut_find_each_other_again()
    {
        await using var rings = await WiredCluster.StartAsync(
            "ab bc ca cd de ef fd", "Database:Notify=false", "Server:CacheSlack=1");
        await rings.SeesAsync("a", "a0 b1 c1 d2 e3 f3", "Reaches 5 of 5 other nodes, 3 through relay.");
        await ChangeReachesAllAsync(rings, "f");

        rings["cd"].Cut();
        await rings.SeesAsync("a", "a0 b1 c1 d- e- f-", "Reaches 2 of 5 other nodes, 0 through relay.");
        await rings.SeesAsync("e", "a- b- c- d1 e0 f1", "Reaches 2 of 5 other nodes, 0 through relay.");
        var (paul, id) = await rings.Nodes.AddPersonAsync(rings.Nodes["e"], "cut-off");
        await rings.Nodes.DisableAsync(rings.Nodes["a"], id);
        await AppliedEverywhereAsync(rings, "a", TimeSpan.FromSeconds(3));
        (await paul.GetAsync(rings.Nodes["e"].Address, "/session")).Is(HttpStatusCode.Unauthorized);

        rings["cd"].Mend();
        await rings.SeesAsync("a", "a0 b1 c1 d2 e3 f3", "Reaches 5 of 5 other nodes, 3 through relay.");
    }

    [Fact]
    [Trait("Faults", "nightly")]
    public async Task A_link_that_works_one_way_only_is_given_up_and_gone_round()
    {
        await using var cluster = await WiredCluster.StartAsync("ab bc ca", MeshOnly);
        await cluster.SeesAsync("a", "a0 b1 c1", "Reaches 2 of 2 other nodes, 0 through relay.");

        cluster["ab"].IsDeaf = true;
        await cluster.SeesAsync("a", "a0 b2 c1", "Reaches 2 of 2 other nodes, 1 through relay.");
        await cluster.SeesAsync("b", "a2 b0 c1", "Reaches 2 of 2 other nodes, 1 through relay.");
        await ChangeReachesAllAsync(cluster, "a");
        await ChangeReachesAllAsync(cluster, "b");

        cluster["ab"].Mend();
        await cluster.SeesAsync("b", "a1 b0 c1", "Reaches 2 of 2 other nodes, 0 through relay.");
    }

    // Somebody is signed in at every node and then disabled at one: no node may let them in any more.
    private static async Task ChangeReachesAllAsync(WiredCluster cluster, string at)
    {
        var nodes = cluster.Nodes;
        var (paul, id) = await nodes.AddPersonAsync(nodes[at], $"paul-{at}");
        foreach (var name in cluster.Names)
        {
            (await paul.GetAsync(nodes[name].Address, "/session")).Is(HttpStatusCode.OK);
        }

        await nodes.DisableAsync(nodes[at], id);
        await AppliedEverywhereAsync(cluster, at, TimeSpan.FromSeconds(1));
        foreach (var name in cluster.Names)
        {
            (await paul.GetAsync(nodes[name].Address, "/session")).Is(HttpStatusCode.Unauthorized);
        }
    }

    private static async Task AppliedEverywhereAsync(WiredCluster cluster, string at, TimeSpan limit)
    {
        var took = TimeSpan.FromMilliseconds(
            (await cluster.Nodes.AppliedAsync(cluster.Nodes[at], 10_000)) is var applied
            && applied.Body.GetProperty("complete").GetBoolean()
                ? applied.Body.GetProperty("took_ms").GetDouble()
                : throw new TimeoutException(applied.Text));
        Told.Took($"a change at {at} applied by all", took);
        Assert.True(took < limit * Testing.Until.Pace, applied.Text);
    }
}
