using Muster.Cluster.Mesh;
using Muster.Cluster.Streams;

namespace Muster.Cluster.Tests.Mesh;

public sealed class OwedAcksTests
{
    private static readonly ScopeName Scope = new("people");

    private readonly OwedAcks _owed = new();

    [Fact]
    public void An_answer_is_due_when_the_position_is_applied()
    {
        _owed.Add(Scope, new ScopePosition(1, 5), "b");
        Assert.Empty(_owed.Settle(Scope, new ScopePosition(1, 4)));
        Assert.Equal(["b"], _owed.Settle(Scope, new ScopePosition(1, 5)));
    }

    [Fact]
    public void It_is_given_once()
    {
        _owed.Add(Scope, new ScopePosition(1, 5), "b");
        _owed.Settle(Scope, new ScopePosition(1, 5));
        Assert.Empty(_owed.Settle(Scope, new ScopePosition(1, 6)));
    }

    [Fact]
    public void The_highest_position_is_waited_for_whatever_the_order()
    {
        _owed.Add(Scope, new ScopePosition(1, 7), "b");
        _owed.Add(Scope, new ScopePosition(1, 5), "b");
        Assert.Empty(_owed.Settle(Scope, new ScopePosition(1, 6)));
    }

    [Fact]
    public void Scopes_and_origins_are_kept_apart()
    {
        _owed.Add(Scope, new ScopePosition(1, 5), "b");
        _owed.Add(Scope, new ScopePosition(1, 9), "c");
        _owed.Add(new ScopeName("other"), new ScopePosition(1, 5), "d");
        Assert.Equal(["b"], _owed.Settle(Scope, new ScopePosition(1, 5)));
    }

    [Fact]
    public void A_scope_is_named_while_an_answer_in_it_is_owed()
    {
        _owed.Add(Scope, new ScopePosition(1, 5), "b");
        Assert.Equal([Scope], _owed.Scopes);
        _owed.Settle(Scope, new ScopePosition(1, 5));
        Assert.Empty(_owed.Scopes);
    }
}
