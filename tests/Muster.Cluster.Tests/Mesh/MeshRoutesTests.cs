using Muster.Cluster.Mesh;
using Muster.Cluster.Streams;
using Muster.Cluster.Tests.Simulation;

namespace Muster.Cluster.Tests.Mesh;

public sealed class MeshRoutesTests
{
    private readonly SimBench _bench = new();
    private readonly SimNetwork _network;
    private readonly SimBenchNode _node;
    private readonly MeshRoutes _routes = new(new NodeId("a", 1), new MeshTiming());

    public MeshRoutesTests() => (_network, _node) = (new SimNetwork(_bench.World), _bench.Node("a"));

    [Fact]
    public void A_neighbour_is_one_link_away()
    {
        var b = Link("b");
        Assert.Equal((1, b), Find(b)["b"]);
    }

    [Fact]
    public void Whom_a_neighbour_reaches_is_one_link_further()
    {
        var b = Link("b", ("c", 2));
        Assert.Equal((3, b), Find(b)["c"]);
    }

    [Fact]
    public void The_shorter_way_is_taken()
    {
        var (b, c) = (Link("b", ("d", 3)), Link("c", ("d", 1)));
        Assert.Equal((2, c), Find(b, c)["d"]);
    }

    [Fact]
    public void A_direct_link_is_preferred_to_what_a_neighbour_tells()
    {
        var (b, c) = (Link("b", ("c", 1)), Link("c"));
        Assert.Equal((1, c), Find(b, c)["c"]);
    }

    [Fact]
    public void No_way_leads_over_this_node_itself() => Assert.DoesNotContain("a", Find(Link("b", ("a", 1))).Keys);

    [Fact]
    public void No_way_is_longer_than_the_hop_limit()
    {
        var found = Find(Link("b", ("c", 7), ("d", 8)));
        Assert.Equal(8, found["c"].Hops);
        Assert.DoesNotContain("d", found.Keys);
    }

    [Fact]
    public void A_peer_is_not_told_of_ways_that_lead_through_it()
    {
        var (b, c) = (Link("b", ("d", 1)), Link("c"));
        b.Summarize(new PositionTable(), Find(b, c), 5);
        Assert.Equal(new Dictionary<string, int> { ["c"] = 1 }, Told(b));
        c.Summarize(new PositionTable(), Find(b, c), 5);
        Assert.Equal(new Dictionary<string, int> { ["b"] = 1, ["d"] = 2 }, Told(c));
    }

    [Fact]
    public void The_way_on_which_a_frame_came_is_the_way_back()
    {
        var b = Link("b");
        _routes.Came("z", b);
        Assert.Same(b, _routes.Towards("z", [b]));
    }

    [Fact]
    public void A_link_that_has_ended_leads_nowhere()
    {
        var b = Link("b");
        _routes.Came("z", b);
        _routes.Forget(b);
        Assert.Null(_routes.Towards("z", []));
    }

    private static IReadOnlyDictionary<string, (int Hops, MeshLink Link)> Find(params MeshLink[] links) =>
        MeshRoutes.Find(links, "a", hopLimit: 8);

    private static IReadOnlyDictionary<string, int> Told(MeshLink link) =>
        ((FrameBody.Summary)link.Queue.TakeAsync(CancellationToken.None).Result.Body).Reach;

    private MeshLink Link(string peer, params (string Name, int Hops)[] reach)
    {
        var link = new MeshLink(
            new SimConnection(_bench.World, _network, _node.Process), null, new MeshTiming(), _node.Time);
        link.Greet(new NodeId(peer, 1));
        link.Hear(new FrameBody.Summary(
            0, new Dictionary<ScopeName, ScopePosition>(), reach.ToDictionary(pair => pair.Name, pair => pair.Hops)));
        return link;
    }
}
