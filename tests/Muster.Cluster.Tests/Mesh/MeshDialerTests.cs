using Muster.Cluster.Mesh;
using Muster.Cluster.Tests.Simulation;

namespace Muster.Cluster.Tests.Mesh;

public sealed class MeshDialerTests
{
    private static readonly HashSet<string> Nobody = [];

    private readonly SimBench _bench = new();
    private readonly MeshDialer _dialer;

    public MeshDialerTests() => _dialer = Dialer([]);

    [Fact]
    public void The_younger_of_two_dials_at_once() => Assert.Equal(["addr"], Due(Peer("b", 4)));

    [Fact]
    public void The_elder_waits_a_second_for_the_younger()
    {
        Assert.Empty(Due(Peer("b", 6)));
        _bench.Pass(999);
        Assert.Empty(Due(Peer("b", 6)));
        _bench.Pass(1);
        Assert.Equal(["addr"], Due(Peer("b", 6)));
    }

    [Fact]
    public void An_address_of_the_settings_is_dialled_at_once() =>
        Assert.Equal(["seed"], Dialer(["seed"]).Due([], Nobody));

    [Fact]
    public void Nobody_dials_itself() => Assert.Empty(Due(Peer("a", 4)));

    [Fact]
    public void Who_is_linked_is_not_dialled() =>
        Assert.Empty(_dialer.Due([Peer("b", 4)], new HashSet<string> { "b" }));

    [Fact]
    public void An_address_that_turned_out_to_be_of_a_linked_node_is_not_dialled()
    {
        var dialer = Dialer(["seed"]);
        dialer.Began("seed");
        dialer.Answered("seed", new NodeId("b", 4));
        dialer.Ended("seed", null);
        _bench.Pass(60_000);
        Assert.Empty(dialer.Due([], new HashSet<string> { "b" }));
        Assert.Equal(["seed"], dialer.Due([], Nobody));
    }

    [Fact]
    public void What_is_being_dialled_is_not_dialled_again()
    {
        Due(Peer("b", 4));
        _dialer.Began("addr");
        _bench.Pass(60_000);
        Assert.Empty(Due(Peer("b", 4)));
    }

    [Fact]
    public void The_pause_after_a_failure_doubles_up_to_its_limit()
    {
        var pauses = Enumerable.Range(0, 10).Select(_ => PauseAfterFailure()).ToList();
        Assert.All(
            pauses.Zip([0.25, 0.5, 1, 2, 4, 5, 5, 5, 5, 5]),
            pair => Assert.InRange(pair.First, (0.5 * pair.Second) - 0.02, (1.5 * pair.Second) + 0.02));
    }

    [Fact]
    public void An_answer_ends_the_pauses()
    {
        for (var count = 0; count < 6; count++)
        {
            PauseAfterFailure();
        }

        _dialer.Answered("addr", new NodeId("b", 4));
        Assert.InRange(PauseAfterFailure(), 0.1, 0.4);
    }

    [Fact]
    public void What_went_wrong_is_shown_until_it_goes_well()
    {
        Due(Peer("b", 4));
        _dialer.Ended("addr", "Nobody listens there.");
        Assert.Equal("Nobody listens there.", _dialer.Troubles["addr"]);
        _dialer.Answered("addr", new NodeId("b", 4));
        Assert.Empty(_dialer.Troubles);
    }

    [Fact]
    public void What_went_wrong_is_forgotten_when_the_other_has_dialled()
    {
        Due(Peer("b", 4));
        _dialer.Ended("addr", "Nobody listens there.");
        _dialer.Due([Peer("b", 4)], new HashSet<string> { "b" });
        Assert.Empty(_dialer.Troubles);
    }

    [Fact]
    public void Who_is_no_longer_a_member_is_forgotten()
    {
        Due(Peer("b", 4));
        _dialer.Ended("addr", "Nobody listens there.");
        _dialer.Due([], Nobody);
        Assert.Empty(_dialer.Troubles);
    }

    private static MeshPeer Peer(string name, long incarnation) => new(new NodeId(name, incarnation), ["addr"]);

    private MeshDialer Dialer(IReadOnlyList<string> seeds) => new(
        new MeshSettings(new NodeId("a", 5), "", seeds), new MeshTiming(), _bench.Node("a").Time, new Random(1));

    private IReadOnlyList<string> Due(MeshPeer peer) => _dialer.Due([peer], Nobody);

    private double PauseAfterFailure()
    {
        Due(Peer("b", 4));
        _dialer.Began("addr");
        _dialer.Ended("addr", "Nobody listens there.");
        var began = _bench.World.Now;
        while (Due(Peer("b", 4)).Count == 0)
        {
            _bench.Pass(10);
        }

        return TimeSpan.FromTicks(_bench.World.Now - began).TotalSeconds;
    }
}
