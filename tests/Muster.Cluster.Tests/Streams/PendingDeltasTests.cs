using Muster.Cluster.Streams;

namespace Muster.Cluster.Tests.Streams;

public sealed class PendingDeltasTests
{
    private readonly PendingDeltas _pending = new();

    [Fact]
    public void What_builds_on_the_applied_version_is_next()
    {
        var next = Add(1, to: 6, changes: 2);
        Assert.Same(next, _pending.NextAfter(new ScopePosition(1, 4)));
    }

    [Fact]
    public void Over_a_gap_nothing_is_next()
    {
        Add(1, to: 6, changes: 2);
        Assert.Null(_pending.NextAfter(new ScopePosition(1, 3)));
    }

    [Fact]
    public void Out_of_order_they_wait_for_their_turn()
    {
        var late = Add(1, to: 3, changes: 1);
        Add(1, to: 2, changes: 1);
        _pending.NextAfter(new ScopePosition(1, 1));
        Assert.Same(late, _pending.NextAfter(new ScopePosition(1, 2)));
    }

    [Fact]
    public void What_is_applied_is_dropped()
    {
        Add(1, to: 6, changes: 2);
        _pending.NextAfter(new ScopePosition(1, 6));
        Assert.Equal(0, _pending.Count);
    }

    [Fact]
    public void What_is_of_another_timeline_is_dropped()
    {
        Add(1, to: 6, changes: 2);
        Assert.Null(_pending.NextAfter(new ScopePosition(2, 4)));
        Assert.Equal(0, _pending.Count);
    }

    [Fact]
    public void It_is_bounded()
    {
        for (var version = 1; version <= 1_000; version++)
        {
            Add(1, to: 100 + version, changes: 1);
        }

        Assert.Equal(64, _pending.Count);
    }

    private ScopeDelta Add(int timeline, long to, int changes)
    {
        var delta = new ScopeDelta(
            new ScopePosition(timeline, to),
            [.. Enumerable.Repeat(new Change("thing", "x", 1, ChangeOperation.Put), changes)]);
        _pending.Add(delta);
        return delta;
    }
}
