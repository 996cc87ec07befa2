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
    private readonly List<Signal> _waiting = [];
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
            Wake();
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
        foreach (var gone in _applied.Keys.Except(members.Select(status => status.Member.Id)).ToList())
        {
            _applied.Remove(gone);
        }

        _drained.IntersectWith(members.Select(status => status.Member.Id));
        foreach (var member in members.Select(status => status.Member))
        {
            foreach (var (scope, position) in member.Applied)
            {
                Hear(member.Id, scope, position);
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
        var began = time.GetTimestamp();
        var took = new Dictionary<NodeId, TimeSpan>();
        var members = await MembersAsync(token);
        var concerned = members.Where(status => status.IsLive && status.Member.Applied.ContainsKey(scope))
            .Select(status => status.Member.Id).ToList();
        var wake = new Signal(time);
        _waiting.Add(wake);
        try
        {
            while (true)
            {
                var receipt = Receipt(scope, position, concerned, took, time.GetElapsedTime(began));
                if (receipt.Took >= budget || receipt.Nodes.All(node => node.State != ReceiptState.Pending))
                {
                    return receipt;
                }

                await wake.WaitAsync(Min(Look, budget - receipt.Took), token);
                if (time.GetElapsedTime(membership.SeenAt) >= Look)
                {
                    await MembersAsync(token);
                }
            }
        }
        finally
        {
            _waiting.Remove(wake);
        }
    }

    private AppliedReceipt Receipt(
        ScopeName scope, ScopePosition position, List<NodeId> concerned, Dictionary<NodeId, TimeSpan> took,
        TimeSpan elapsed)
    {
        var live = membership.Members.Where(status => status.IsLive).Select(status => status.Member.Id).ToHashSet();
        var nodes = concerned.Select(node =>
        {
            var state = StateOf(node, Of(node, scope), position, live);
            if (state != ReceiptState.Pending)
            {
                took.TryAdd(node, elapsed);
            }

            return new NodeReceipt(node, state, took.TryGetValue(node, out var time) ? time : null);
        });
        return new AppliedReceipt(scope, position, [.. nodes], elapsed);
    }

    private ReceiptState StateOf(NodeId node, ScopePosition applied, ScopePosition position, HashSet<NodeId> live) =>
        applied.Timeline > position.Timeline ? ReceiptState.Overtaken
        : applied >= position ? ReceiptState.Applied
        : _drained.Contains(node) || !live.Contains(node) ? ReceiptState.Left
        : ReceiptState.Pending;

    // Without the database nobody can be declared dead; then those known a moment ago count.
    private async Task<IReadOnlyList<MemberStatus>> MembersAsync(CancellationToken token)
    {
        try
        {
            return await membership.ReadAsync(token);
        }
        catch (StoreAwayException)
        {
            return membership.Members;
        }
    }

    private void Wake()
    {
        foreach (var wake in _waiting)
        {
            wake.Set();
        }
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
