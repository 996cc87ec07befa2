using Muster.Cluster.Members;
using Muster.Cluster.Tests.Simulation;

namespace Muster.Cluster.Tests.Members;

public sealed class MemberWatchTests
{
    private static readonly TimeSpan DeadAfter = TimeSpan.FromSeconds(2);

    private readonly SimBench _bench = new();
    private readonly SimBenchNode _node;
    private readonly MemberWatch _watch;

    public MemberWatchTests()
    {
        _node = _bench.Node("a");
        _watch = new MemberWatch(DeadAfter, _node.Time);
    }

    [Fact]
    public void Who_is_seen_for_the_first_time_lives() => Assert.True(Sees(beat: 5));

    [Fact]
    public void Whose_beat_stands_still_is_dead()
    {
        Sees(beat: 5);
        _bench.Pass(1_999);
        Assert.True(Sees(beat: 5));
        _bench.Pass(1);
        Assert.False(Sees(beat: 5));
    }

    [Fact]
    public void Whose_beat_moves_lives()
    {
        Sees(beat: 5);
        _bench.Pass(3_000);
        Assert.True(Sees(beat: 6));
    }

    [Fact]
    public void The_dead_come_back_with_their_next_beat()
    {
        Sees(beat: 5);
        _bench.Pass(3_000);
        Assert.False(Sees(beat: 5));
        Assert.True(Sees(beat: 6));
    }

    [Fact]
    public void Who_could_not_read_declares_nobody_dead()
    {
        var askedAt = _node.Time.GetTimestamp();
        _bench.Pass(1);
        Sees(beat: 5, askedAt);
        _bench.Pass(10_000);
        Assert.True(Sees(beat: 5, askedAt));
    }

    [Fact]
    public void A_restarted_node_is_another_one()
    {
        Sees(beat: 5);
        _bench.Pass(3_000);
        var members = _watch.See([Member(1, 5), Member(2, 5)], _node.Time.GetTimestamp());
        Assert.Equal([false, true], members!.Select(status => status.IsLive));
    }

    [Fact]
    public void An_answer_that_was_overtaken_is_thrown_away()
    {
        var early = _node.Time.GetTimestamp();
        _bench.Pass(10);
        Sees(beat: 6);
        Assert.Null(_watch.See([Member(1, 5)], early));
    }

    private bool Sees(long beat, long? askedAt = null) =>
        _watch.See([Member(1, beat)], askedAt ?? _node.Time.GetTimestamp())!.Single().IsLive;

    private static Member Member(long incarnation, long beat) =>
        new(new NodeId("b", incarnation), beat, [], [], "", default, MemberReport.Empty);
}
