using Muster.Cluster.Members;
using Muster.Cluster.Streams;
using Muster.Cluster.Tests.Simulation;

namespace Muster.Cluster.Tests.Members;

public sealed class MembershipTests
{
    private static readonly ScopeName Scope = new("people");
    private static readonly NodeDescription Description = new("a", [], [], "");

    private readonly SimBench _bench = new();
    private readonly SimBenchNode _node;
    private readonly Membership _membership;
    private readonly CancellationTokenSource _stop = new();

    public MembershipTests()
    {
        _node = _bench.Node("a", _bench.Database.Join(Description));
        _membership = new Membership(_node.Stores, _node.Self, Description, new MemberTiming(), _node.Time)
        {
            Report = () => new MemberReport(
                new Dictionary<ScopeName, ScopePosition> { [Scope] = new(1, 3) }, []),
        };
        _node.Process.Start(() => _membership.RunAsync(_stop.Token));
        _bench.Pass(100);
    }

    [Fact]
    public void Others_wait_for_a_node_from_when_it_has_told_what_it_follows()
    {
        Assert.NotNull(_membership.BoundSince(Scope, 1));
        Assert.Null(_membership.BoundSince(new ScopeName("other"), 1));
    }

    [Fact]
    public void Nobody_waits_for_it_on_another_timeline() => Assert.Null(_membership.BoundSince(Scope, 2));

    [Fact]
    public void Without_answers_it_is_no_longer_live_before_the_others_give_it_up()
    {
        _bench.Database.CutOff.Add("a");
        _bench.Pass(1_900);
        Assert.False(_membership.IsLive);
        Assert.Null(_membership.BoundSince(Scope, 1));
    }

    [Fact]
    public void After_a_lapse_it_is_bound_anew()
    {
        var before = _membership.BoundSince(Scope, 1);
        Lapse();
        Assert.True(_membership.BoundSince(Scope, 1) > before);
    }

    [Fact]
    public void After_a_lapse_what_it_holds_is_checked_anew()
    {
        var bound = 0;
        _membership.Bound += () => bound++;
        Lapse();
        Assert.Equal(1, bound);
    }

    [Fact]
    public void Without_a_lapse_it_stays_bound()
    {
        var before = _membership.BoundSince(Scope, 1);
        _bench.Pass(10_000);
        Assert.Equal(before, _membership.BoundSince(Scope, 1));
    }

    [Fact]
    public void A_failover_binds_it_anew()
    {
        _bench.Database.FailOver(0);
        _bench.Pass(1_200);
        Assert.NotNull(_membership.BoundSince(Scope, 2));
    }

    [Fact]
    public void A_failover_unsettles_who_is_a_member_for_one_life()
    {
        _bench.Pass(5_000);
        Assert.True(_membership.IsSettled);
        _bench.Database.FailOver(0);
        _bench.Pass(2_000);
        Assert.False(_membership.IsSettled);
        _bench.Pass(1_000);
        Assert.True(_membership.IsSettled);
    }

    [Fact]
    public void A_row_that_was_swept_is_entered_again()
    {
        _bench.Database.Leave(_node.Self);
        _bench.Pass(600);
        Assert.Equal(_node.Self, _bench.Database.Members().Members.Single().Id);
    }

    [Fact]
    public void Stopped_it_gives_up_its_place()
    {
        _node.Do(_stop.Cancel);
        _bench.Pass(10);
        Assert.False(_membership.IsLive);
        Assert.Empty(_bench.Database.Members().Members);
    }

    [Fact]
    public void Withdrawn_it_is_not_live_whatever_beat_is_still_answered()
    {
        _bench.Pass(500);
        _node.Do(_membership.Withdraw);
        Assert.False(_membership.IsLive);
        _bench.Pass(1_000);
        Assert.False(_membership.IsLive);
    }

    private void Lapse()
    {
        _bench.Database.CutOff.Add("a");
        _bench.Pass(3_000);
        _bench.Database.CutOff.Clear();
        _bench.Pass(2_000);
    }
}
