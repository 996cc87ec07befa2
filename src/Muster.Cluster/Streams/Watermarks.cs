using Muster.Cluster.Members;

namespace Muster.Cluster.Streams;

/// <summary>
/// What every node has applied of every scope: heard over the mesh at once, and in any case from the membership with
/// its next beat. Belongs to a strand.
/// </summary>
public sealed class Watermarks(Membership membership, TimeProvider time)
{
    // While somebody waits, the membership is read so often, to see soon that a node has died.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<NodeId, Dictionary<ScopeName, ScopePosition>> _applied = [];

    // What the membership table said last. A node's own reports come in order: one that goes back means that the node
    // has read the scope anew, in a database that has lost commits.
    private readonly Dictionary<(NodeId Node, ScopeName Scope), ScopePosition> _reported = [];
    private readonly List<ReceiptWait> _waiting = [];
    private readonly HashSet<NodeId> _drained = [];

    /// <summary>What a node is known to have applied of a scope; the beginning of time when nothing is known.</summary>
    public ScopePosition Of(NodeId node, ScopeName scope) =>
        _applied.TryGetValue(node, out var scopes) ? scopes.GetValueOrDefault(scope) : default;

    public void Hear(NodeId node, ScopeName scope, ScopePosition position)
    {
        if (!_applied.TryGetValue(node, out var scopes))
        {
            scopes = [];
            _applied[node] = scopes;
        }

        if (position > scopes.GetValueOrDefault(scope))
        {
            scopes[scope] = position;
            foreach (var wait in _waiting)
            {
                if (wait.Scope == scope)
                {
                    wait.Wake.Set();
                }
            }
        }
    }

    /// <summary>
    /// This node has read a scope as a whole. If that is less than it had, the database has lost what was known to be
    /// applied, on every node.
    /// </summary>
    public void HearLoaded(ScopeName scope, ScopePosition position)
    {
        if (position < Of(membership.Self, scope))
        {
            foreach (var scopes in _applied.Values)
            {
                scopes.Remove(scope);
            }
        }
    }

    /// <summary>A node has said good-bye.</summary>
    public void HearDrain(NodeId node)
    {
        _drained.Add(node);
        Wake();
    }

    /// <summary>Takes in what the membership table says, and forgets who is no longer in it.</summary>
    public void HearMembers()
    {
        var members = membership.Members;
        var present = members.Select(status => status.Member.Id).ToHashSet();
        foreach (var node in _applied.Keys)
        {
            if (!present.Contains(node))
            {
                _applied.Remove(node);
            }
        }

        foreach (var (node, scope) in _reported.Keys)
        {
            if (!present.Contains(node))
            {
                _reported.Remove((node, scope));
            }
        }

        _drained.IntersectWith(present);
        foreach (var status in members)
        {
            foreach (var (scope, position) in status.Member.Report.Applied)
            {
                HearReport(status.Member.Id, scope, position);
            }
        }

        Wake();
    }

    /// <summary>
    /// Waits until no node that serves the scope is behind the position, or the budget is spent. Whoever is a member
    /// when this is called counts, and so it is called after the commit.
    /// </summary>
    public async Task<AppliedReceipt> WaitAsync(
        ScopeName scope, ScopePosition position, TimeSpan budget, CancellationToken token)
    {
        var wait = new ReceiptWait(scope, position, time);
        _waiting.Add(wait);
        try
        {
            while (true)
            {
                if (!wait.KnowsWhom || time.GetElapsedTime(membership.SeenAt) >= Look)
                {
                    wait.Concern(await membership.TryReadAsync(token), membership.Members);
                }

                var receipt = wait.Receipt(node => StateOf(node, scope, position), membership.IsSettled);
                if (receipt.Took >= budget || receipt.IsFinal)
                {
                    return receipt;
                }

                var left = budget - receipt.Took;
                await wait.Wake.WaitAsync(left < Look ? left : Look, token);
            }
        }
        finally
        {
            _waiting.Remove(wait);
        }
    }

    /// <returns>False when the budget was spent.</returns>
    public async Task<bool> WaitHereAsync(
        ScopeName scope, ScopePosition position, TimeSpan budget, CancellationToken token)
    {
        var (began, wait) = (time.GetTimestamp(), new ReceiptWait(scope, position, time));
        _waiting.Add(wait);
        try
        {
            while (Of(membership.Self, scope) < position)
            {
                if (budget - time.GetElapsedTime(began) is not { Ticks: > 0 } left)
                {
                    return false;
                }

                await wait.Wake.WaitAsync(left, token);
            }

            return true;
        }
        finally
        {
            _waiting.Remove(wait);
        }
    }

    private void HearReport(NodeId node, ScopeName scope, ScopePosition position)
    {
        if (_reported.TryGetValue((node, scope), out var before) && position < before)
        {
            _applied.GetValueOrDefault(node)?.Remove(scope);
        }

        _reported[(node, scope)] = position;
        Hear(node, scope, position);
    }

    private ReceiptState StateOf(NodeId node, ScopeName scope, ScopePosition position)
    {
        var applied = Of(node, scope);
        return applied.Timeline > position.Timeline ? ReceiptState.Overtaken
            : applied >= position ? ReceiptState.Applied
            : _drained.Contains(node) || !IsLive(node) ? ReceiptState.Left
            : ReceiptState.Pending;
    }

    private bool IsLive(NodeId node) =>
        membership.Find(node) is { IsLive: true };

    private void Wake()
    {
        foreach (var wait in _waiting)
        {
            wait.Wake.Set();
        }
    }
}
