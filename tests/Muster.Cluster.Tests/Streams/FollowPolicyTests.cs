using Muster.Cluster.Streams;

namespace Muster.Cluster.Tests.Streams;

public sealed class FollowPolicyTests
{
    private static readonly ScopeDelta Next = new(
        new ScopePosition(1, 6), [new Change("thing", "x", 2, ChangeOperation.Put)]);

    [Fact]
    public void Without_content_it_loads() =>
        Assert.Equal("Nothing is loaded yet.", Assert.IsType<FollowDecision.Load>(Decide(null, 5)).Reason);

    [Fact]
    public void Content_that_cannot_be_carried_forward_is_loaded_anew() => Assert.Equal(
        "It was lost.", Assert.IsType<FollowDecision.Load>(Decide(5, 9, Next, because: "It was lost.")).Reason);

    [Fact]
    public void A_newer_timeline_is_loaded_whatever_came_along()
    {
        var view = new FollowView(new ScopePosition(1, 5), new ScopePosition(2, 3), Next, null);
        Assert.Equal(
            "The database has moved to timeline 2.",
            Assert.IsType<FollowDecision.Load>(FollowPolicy.Decide(view, 10)).Reason);
    }

    [Fact]
    public void The_next_change_is_applied() =>
        Assert.Same(Next, Assert.IsType<FollowDecision.Apply>(Decide(5, 9, Next)).Delta);

    [Fact]
    public void What_is_missing_is_pulled() =>
        Assert.Equal("1/9 is known, 1/5 applied.", Assert.IsType<FollowDecision.Pull>(Decide(5, 9)).Reason);

    [Fact]
    public void As_much_as_is_allowed_is_pulled() => Assert.IsType<FollowDecision.Pull>(Decide(5, 15));

    [Fact]
    public void More_is_loaded() =>
        Assert.Equal("It is 11 changes behind.", Assert.IsType<FollowDecision.Load>(Decide(5, 16)).Reason);

    [Fact]
    public void With_all_applied_it_rests() => Assert.IsType<FollowDecision.Rest>(Decide(5, 5));

    [Fact]
    public void A_hint_that_is_behind_is_no_news() => Assert.IsType<FollowDecision.Rest>(Decide(5, 4));

    [Fact]
    public void A_database_behind_the_content_has_lost_changes() => Assert.Equal(
        "The database has lost changes: it is at 1/4, 1/5 was applied.",
        FollowPolicy.LoadBecause(new ScopePosition(1, 4), new ScopePosition(1, 5)));

    [Fact]
    public void A_database_on_a_newer_timeline_has_failed_over() => Assert.Equal(
        "The database has moved from timeline 1 to 2.",
        FollowPolicy.LoadBecause(new ScopePosition(2, 9), new ScopePosition(1, 5)));

    [Theory]
    [InlineData(1, 5)]
    [InlineData(1, 9)]
    [InlineData(0, 9)]
    public void A_database_that_agrees_or_is_no_longer_the_primary_is_no_reason(int timeline, long version) =>
        Assert.Null(FollowPolicy.LoadBecause(new ScopePosition(timeline, version), new ScopePosition(1, 5)));

    private static FollowDecision Decide(long? applied, long known, ScopeDelta? next = null, string? because = null) =>
        FollowPolicy.Decide(
            new FollowView(
                applied is { } version ? new ScopePosition(1, version) : null, new ScopePosition(1, known), next,
                because),
            reloadBeyond: 10);
}
