using Muster.Cluster.Members;
using Muster.Cluster.Streams;
using Muster.Cluster.Tests.Simulation;

namespace Muster.Cluster.Tests.Streams;

public sealed class WatermarksTests
{
    private static readonly ScopeName Scope = new("people");
    private static readonly ScopePosition Position = new(1, 5);

    private readonly SimBench _bench = new();
    private readonly SimBenchNode _node;
    private readonly NodeId _other;
    private readonly Watermarks _watermarks;

    public WatermarksTests()
    {
        _bench.Pass(5_000);
        _node = _bench.Node("a", Join("a"));
        _other = new NodeId("b", Join("b"));
        var membership = new Membership(_node.Stores, _node.Self, Describe("a"), new MemberTiming(), _node.Time);
        _watermarks = new Watermarks(membership, _node.Time);
        membership.Seen += _watermarks.HearMembers;
        BeatOther(version: 3);
        _node.Process.Start(() => membership.RunAsync(CancellationToken.None));
        _bench.Pass(100);
    }

    [Fact]
    public void Who_is_behind_is_waited_for() => Assert.False(Wait().IsCompleted);

    [Fact]
    public void What_is_heard_over_the_mesh_ends_the_wait()
    {
        var wait = Wait();
        _node.Do(() => _watermarks.Hear(_other, Scope, Position));
        Assert.Equal(ReceiptState.Applied, Get(wait).Nodes.Single().State);
        Assert.True(Get(wait).IsComplete);
    }

    [Fact]
    public void What_is_told_with_a_beat_ends_the_wait_too()
    {
        var wait = Wait();
        BeatOther(version: 5);
        Assert.True(Get(wait).IsComplete);
    }

    [Fact]
    public void Less_than_the_position_does_not()
    {
        var wait = Wait();
        _node.Do(() => _watermarks.Hear(_other, Scope, new ScopePosition(1, 4)));
        _bench.Pass(200);
        Assert.False(wait.IsCompleted);
    }

    [Fact]
    public void Who_has_said_good_bye_is_not_waited_for()
    {
        var wait = Wait();
        _node.Do(() => _watermarks.HearDrain(_other));
        Assert.Equal(ReceiptState.Left, Get(wait).Nodes.Single().State);
    }

    [Fact]
    public void Whose_beat_stands_still_is_not_waited_for()
    {
        var wait = Wait();
        _bench.Pass(2_200);
        Assert.Equal(ReceiptState.Left, Get(wait).Nodes.Single().State);
        Assert.True(Get(wait).IsComplete);
    }

    [Fact]
    public void Who_is_on_a_newer_timeline_has_overtaken_the_position()
    {
        var wait = Wait();
        _node.Do(() => _watermarks.Hear(_other, Scope, new ScopePosition(2, 1)));
        Assert.Equal(ReceiptState.Overtaken, Get(wait).Nodes.Single().State);
        Assert.True(Get(wait).IsFinal);
        Assert.False(Get(wait).IsComplete);
    }

    [Fact]
    public void What_a_database_has_lost_on_its_own_timeline_counts_for_nobody_any_more()
    {
        _node.Do(() => _watermarks.Hear(_node.Self, Scope, new ScopePosition(1, 9)));
        _node.Do(() => _watermarks.Hear(_other, Scope, new ScopePosition(1, 9)));

        _node.Do(() => _watermarks.HearLoaded(Scope, new ScopePosition(1, 4)));

        Assert.False(Wait().IsCompleted);
        Assert.False(_node.Do(() => _watermarks.WaitHereAsync(
            Scope, Position, TimeSpan.FromSeconds(1), CancellationToken.None)).IsCompleted);
    }

    [Fact]
    public void What_is_read_anew_and_is_no_less_changes_nothing()
    {
        _node.Do(() => _watermarks.Hear(_node.Self, Scope, Position));
        _node.Do(() => _watermarks.Hear(_other, Scope, Position));

        _node.Do(() => _watermarks.HearLoaded(Scope, Position));

        Assert.Equal(Position, _watermarks.Of(_other, Scope));
    }

    [Fact]
    public void A_node_that_reports_less_than_before_has_gone_back()
    {
        BeatOther(version: 9);
        _bench.Pass(600);
        Assert.Equal(new ScopePosition(1, 9), _watermarks.Of(_other, Scope));

        BeatOther(version: 4);
        _bench.Pass(600);

        Assert.Equal(new ScopePosition(1, 4), _watermarks.Of(_other, Scope));
    }

    [Fact]
    public void Who_does_not_serve_the_scope_does_not_count()
    {
        var wait = _node.Do(() => _watermarks.WaitAsync(
            new ScopeName("other"), Position, TimeSpan.FromSeconds(3), CancellationToken.None));
        Assert.Empty(Get(wait).Nodes);
        Assert.True(Get(wait).IsComplete);
    }

    [Fact]
    public void Who_joined_a_moment_ago_counts()
    {
        var late = new NodeId("c", Join("c"));
        Beat(late, 3);
        var wait = Wait();
        _node.Do(() => _watermarks.Hear(_other, Scope, Position));
        _bench.Pass(50);
        Assert.False(wait.IsCompleted);
    }

    [Fact]
    public void Without_the_membership_nothing_is_promised()
    {
        _bench.Database.CutOff.Add("a");
        var wait = Wait();
        _node.Do(() => _watermarks.Hear(_other, Scope, Position));
        _bench.Pass(5_000);
        Assert.False(Get(wait).IsSettled);
        Assert.False(Get(wait).IsComplete);
    }

    [Fact]
    public void The_wait_ends_with_its_budget()
    {
        var wait = _node.Do(() => _watermarks.WaitAsync(
            Scope, Position, TimeSpan.FromMilliseconds(500), CancellationToken.None));
        _bench.Pass(600);
        Assert.Equal(ReceiptState.Pending, Get(wait).Nodes.Single().State);
        Assert.InRange(Get(wait).Took, TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(510));
    }

    private static NodeDescription Describe(string name) => new(name, [], [], "");

    private long Join(string name) => _bench.Database.Join(Describe(name));

    private void BeatOther(long version) => Beat(_other, version);

    private void Beat(NodeId node, long version) => _bench.Database.Beat(node, Describe(node.Name), new MemberReport(
        new Dictionary<ScopeName, ScopePosition> { [Scope] = new(1, version) }, []));

    private Task<AppliedReceipt> Wait()
    {
        var wait = _node.Do(() => _watermarks.WaitAsync(
            Scope, Position, TimeSpan.FromSeconds(3), CancellationToken.None));
        _bench.Pass(50);
        return wait;
    }

    private AppliedReceipt Get(Task<AppliedReceipt> wait)
    {
        _bench.Pass(600);
        Assert.True(wait.IsCompletedSuccessfully);
        return wait.Result;
    }
}
