using System.Collections.Immutable;
using Muster.Cluster.Streams;
using Muster.Cluster.Tests.Simulation;

namespace Muster.Cluster.Tests.Streams;

public sealed class CachedTests
{
    private static readonly ScopeName Scope = new("people");

    private readonly SimBench _bench = new();
    private readonly Scopes _scopes;
    private readonly Cached<ImmutableDictionary<string, long>> _cached;
    private readonly List<string> _loads = [];

    public CachedTests()
    {
        var node = _bench.Node("a");
        _scopes = new Scopes(node.Stores, new StreamTiming { Slack = TimeSpan.FromSeconds(60) }, node.Time);
        _scopes.Loaded += (_, _, because) => _loads.Add(because);
        _cached = _scopes.Follow(Scope, new SimContent(_bench.Database, node.Process, Scope, reads: false));
        _bench.Write(Scope, "x");
        node.Process.Start(() => _scopes.RunAsync(CancellationToken.None));
        _bench.Pass(100);
    }

    [Fact]
    public void It_begins_with_a_load() => Assert.Equal(["Nothing is loaded yet."], _loads);

    [Fact]
    public void The_next_change_is_applied_without_the_database()
    {
        var delta = _bench.Write(Scope, "y");
        _bench.Database.CutOff.Add("a");
        Hear(delta);
        Assert.Equal(delta.Position, _cached.Applied);
    }

    [Fact]
    public void A_gap_is_pulled()
    {
        _bench.Write(Scope, "y");
        var last = _bench.Write(Scope, "z");
        Hear(last);
        Assert.Equal(last.Position, _cached.Applied);
        Assert.Equal(1, _cached.Current!.Content["y"]);
        Assert.Single(_loads);
    }

    [Fact]
    public void Far_behind_it_loads()
    {
        for (var count = 0; count < 6_000; count++)
        {
            _bench.Write(Scope, "y");
        }

        Ask();
        Assert.Equal("It is 6000 changes behind.", _loads[^1]);
        Assert.Equal(6_001, _cached.Applied.Version);
    }

    [Fact]
    public void A_hint_that_the_database_refutes_is_forgotten()
    {
        _scopes.Hear(Scope, new ScopePosition(1, 99), null);
        _bench.Pass(100);
        var asked = _bench.World.Happened;
        _bench.Pass(1_000);
        Assert.Equal(1, _cached.Applied.Version);
        Assert.Equal(0, _bench.World.Happened - asked, 5.0);
    }

    [Fact]
    public void What_is_heard_while_another_hint_is_refuted_is_not_forgotten()
    {
        _bench.Database.Latency = (100, 100);
        _scopes.Hear(Scope, new ScopePosition(1, 15), null);
        _bench.Pass(150);
        var last = _bench.Write(Scope, "y");
        _scopes.Hear(Scope, last.Position, null);
        _bench.Pass(1_000);
        Assert.Equal(last.Position, _cached.Applied);
    }

    [Fact]
    public void A_hint_far_beyond_the_database_costs_one_load()
    {
        _scopes.Hear(Scope, new ScopePosition(1, 99_999), null);
        _bench.Pass(1_000);
        Assert.Equal(2, _loads.Count);
        Assert.Equal(1, _cached.Applied.Version);
    }

    [Fact]
    public void Ahead_of_the_database_it_loads_anew()
    {
        var lost = new ScopeDelta(new ScopePosition(1, 2), [new Change("thing", "y", 1, ChangeOperation.Put)]);
        Hear(lost);
        Assert.Equal(2, _cached.Applied.Version);
        Ask();
        Assert.Equal("The database has lost changes: it is at 1/1, 1/2 was applied.", _loads[^1]);
        Assert.False(_cached.Current!.Content.ContainsKey("y"));
    }

    [Fact]
    public void On_a_new_timeline_it_loads_anew()
    {
        _bench.Database.FailOver(0);
        Ask();
        Assert.Equal("The database has moved from timeline 1 to 2.", _loads[^1]);
        Assert.Equal(new ScopePosition(2, 1), _cached.Applied);
    }

    [Fact]
    public void What_is_heard_during_a_load_is_not_forgotten()
    {
        _bench.Database.FailOver(0);
        _bench.Database.Latency = (100, 100);
        _scopes.AskNow();
        _bench.Pass(350);
        var last = _bench.Write(Scope, "y");
        _scopes.Hear(Scope, last.Position, null);
        _bench.Pass(1_000);
        Assert.Equal(last.Position, _cached.Applied);
    }

    [Fact]
    public void What_is_read_before_a_hint_counts_as_fresh_only_once_it_is_applied()
    {
        var before = _cached.FreshAt;
        _bench.Pass(500);
        _bench.Write(Scope, "y");
        Ask();
        Assert.True(_cached.FreshAt > before);
        Assert.Equal(2, _cached.Applied.Version);
    }

    private void Hear(ScopeDelta delta)
    {
        _scopes.Hear(Scope, delta.Position, delta);
        _bench.Pass(100);
    }

    private void Ask()
    {
        _scopes.AskNow();
        _bench.Pass(100);
    }
}
