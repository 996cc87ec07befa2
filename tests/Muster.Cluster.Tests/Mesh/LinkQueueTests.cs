using Muster.Cluster.Mesh;
using Muster.Cluster.Streams;
using Muster.Cluster.Tests.Simulation;

namespace Muster.Cluster.Tests.Mesh;

public sealed class LinkQueueTests
{
    private static readonly NodeId Self = new("a", 1);
    private static readonly ScopeName Scope = new("people");

    private readonly SimBench _bench = new();
    private readonly SimBenchNode _node;
    private readonly LinkQueue _queue;

    public LinkQueueTests()
    {
        _node = _bench.Node("a");
        _queue = new LinkQueue(new MeshTiming { ConflateFrom = 3, QueueLimit = 6 });
    }

    [Fact]
    public void Frames_leave_in_the_order_in_which_they_came()
    {
        Add(new FrameBody.Ping(1), new FrameBody.Pull(), new FrameBody.Pong(2));
        Assert.Equal([new FrameBody.Ping(1), new FrameBody.Pull(), new FrameBody.Pong(2)], Take(3));
    }

    [Fact]
    public void Who_takes_from_an_empty_queue_waits_for_the_next_frame()
    {
        var taken = _node.Do(() => _queue.TakeAsync(CancellationToken.None));
        _bench.Pass(10_000);
        Assert.False(taken.IsCompleted);
        _node.Do(() => Add(new FrameBody.Pull()));
        _bench.Pass(1);
        Assert.True(taken.IsCompletedSuccessfully);
    }

    [Fact]
    public void It_is_bounded_and_counts_what_it_drops()
    {
        for (var count = 0; count < 100; count++)
        {
            Add(new FrameBody.Hello(Self, $"{count}"));
        }

        Assert.Equal(6, _queue.Count);
        Assert.Equal(94, _queue.Dropped);
        Assert.Equal("94", ((FrameBody.Hello)Take(1)[0]).Build);
    }

    [Fact]
    public void A_short_queue_keeps_every_event()
    {
        Add(Event(1), Event(2), Event(3));
        Assert.Equal(3, _queue.Count);
        Assert.Equal(0, _queue.Conflated);
    }

    [Fact]
    public void A_long_one_keeps_the_newest_of_a_scope_without_its_changes()
    {
        Fill();
        var delta = new ScopeDelta(new ScopePosition(1, 8), [new Change("thing", "x", 1, ChangeOperation.Put)]);
        Add(Event(7), new FrameBody.Event(Scope, delta.Position, delta));
        Assert.Equal(1, _queue.Conflated);
        Assert.Equal(Event(8), Take(4)[^1]);
    }

    [Fact]
    public void An_older_event_does_not_replace_a_newer_one()
    {
        Fill();
        Add(Event(8), Event(7));
        Assert.Equal(Event(8), Take(4)[^1]);
    }

    [Fact]
    public void Events_of_different_scopes_are_kept_apart()
    {
        Fill();
        Add(Event(7), new FrameBody.Event(new ScopeName("other"), new ScopePosition(1, 7), null));
        Assert.Equal(5, _queue.Count);
    }

    [Fact]
    public void Of_the_acknowledgements_to_one_node_the_newest_stays()
    {
        Fill();
        _queue.Add(Ack(8, "b"));
        _queue.Add(Ack(7, "b"));
        _queue.Add(Ack(7, "c"));
        Assert.Equal(
            [Ack(8, "b").Body, Ack(7, "c").Body], Take(5)[3..]);
    }

    [Fact]
    public void Of_two_pings_the_later_stays()
    {
        Fill();
        Add(new FrameBody.Ping(1), new FrameBody.Ping(2));
        Assert.Equal(new FrameBody.Ping(2), Take(4)[^1]);
    }

    [Fact]
    public void Two_summaries_become_one_that_says_as_much_as_both()
    {
        Fill();
        Add(Summary(1, ("x", 3), ("y", 4)), Summary(2, ("y", 5)));
        var both = (FrameBody.Summary)Take(4)[^1];
        Assert.Equal(2UL, both.Hash);
        Assert.Equal(3, both.Changed[new ScopeName("x")].Version);
        Assert.Equal(5, both.Changed[new ScopeName("y")].Version);
    }

    private static FrameBody.Event Event(long version) => new(Scope, new ScopePosition(1, version), null);

    private static Frame Ack(long version, string to) => new(
        new FrameBody.Ack(Self, Scope, new ScopePosition(1, version)), new FrameRoute(Self, version, 1, [], to));

    private static FrameBody.Summary Summary(ulong hash, params (string Scope, long Version)[] changed) => new(
        hash, changed.ToDictionary(pair => new ScopeName(pair.Scope), pair => new ScopePosition(1, pair.Version)),
        new Dictionary<string, int>());

    private void Fill() => Add(new FrameBody.Pull(), new FrameBody.Pull(), new FrameBody.Pull());

    private void Add(params FrameBody[] bodies)
    {
        foreach (var body in bodies)
        {
            _queue.Add(new Frame(body));
        }
    }

    private List<FrameBody> Take(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => _queue.TakeAsync(CancellationToken.None).Result.Body)];
}
