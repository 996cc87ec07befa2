using Muster.Cluster.Leases;

namespace Muster.Cluster.Tests.Leases;

public sealed class LeasePolicyTests
{
    private static readonly NodeId Me = new("a", 7);
    private static readonly NodeId Other = new("b", 3);

    private static readonly LockedLease Held = new(Other, TimeSpan.FromSeconds(1), 5, null, default, false);
    private static readonly LockedLease Free = Held with { Holder = null };

    [Fact]
    public void What_nobody_holds_is_taken() => AssertTakes(Free, "Nobody held it.");

    [Fact]
    public void What_is_kept_for_another_is_waited_for_as_long_as_it_is_kept()
    {
        var kept = Free with { HandoverTo = "c", HandoverRemaining = TimeSpan.FromSeconds(0.4) };
        AssertWaits(kept, TimeSpan.FromSeconds(0.4), "It is kept for c.");
    }

    [Fact]
    public void What_is_kept_for_this_node_is_taken() =>
        AssertTakes(Free with { HandoverTo = "a", HandoverRemaining = TimeSpan.FromSeconds(1) }, "Nobody held it.");

    [Fact]
    public void What_was_kept_for_too_long_is_taken() =>
        AssertTakes(Free with { HandoverTo = "c", HandoverRemaining = TimeSpan.Zero }, "Nobody held it.");

    [Fact]
    public void An_own_tenure_is_followed_by_a_new_one() =>
        AssertTakes(Held with { Holder = Me }, "a#7 held it and starts a new tenure.");

    [Fact]
    public void An_older_life_of_this_node_is_another_holder() =>
        AssertWaits(Held with { Holder = Me with { Incarnation = 6 } }, TimeSpan.FromSeconds(0.5), "a#6 holds it.");

    [Fact]
    public void A_holder_whose_session_has_ended_is_replaced() =>
        AssertTakes(Held with { HolderIsGone = true }, "The session of b#3 has ended.");

    [Fact]
    public void A_holder_whose_life_has_run_out_is_replaced() =>
        AssertTakes(Held with { Remaining = TimeSpan.Zero }, "The lease of b#3 has run out.");

    [Fact]
    public void A_holder_that_stands_still_is_replaced_whatever_the_database_clock_says() =>
        AssertTakes(Held, "b#3 has renewed nothing for 2 s.", standsStill: true);

    [Fact]
    public void A_holder_that_renews_is_waited_for() => AssertWaits(Held, TimeSpan.FromSeconds(0.5), "b#3 holds it.");

    private static void AssertTakes(LockedLease view, string reason, bool standsStill = false) =>
        Assert.Equal(new LeaseDecision.Take(reason), LeasePolicy.Decide(view, Me, standsStill, new LeaseTiming()));

    private static void AssertWaits(LockedLease view, TimeSpan atMost, string reason) =>
        Assert.Equal(new LeaseDecision.Wait(atMost, reason), LeasePolicy.Decide(view, Me, false, new LeaseTiming()));
}
