using Muster.Cluster.Members;

namespace Muster.Cluster.Streams;

/// <summary>One wait for a position: whom it concerns, and how long each took. Belongs to a strand.</summary>
internal sealed class ReceiptWait(ScopeName scope, ScopePosition position, TimeProvider time)
{
    private readonly long _began = time.GetTimestamp();
    private readonly Dictionary<NodeId, TimeSpan> _took = [];
    private IReadOnlyList<NodeId> _concerned = [];

    public ScopeName Scope => scope;

    public Signal Wake { get; } = new(time);

    /// <summary>
    /// False until the membership has been read since the wait began: who joined just before may be missing.
    /// </summary>
    public bool KnowsWhom { get; private set; }

    public void Concern(bool read, IReadOnlyList<MemberStatus> members)
    {
        if (!KnowsWhom)
        {
            KnowsWhom = read;
            _concerned = [.. members
                .Where(status => status.IsLive && status.Member.Report.Applied.ContainsKey(scope))
                .Select(status => status.Member.Id)];
        }
    }

    public AppliedReceipt Receipt(Func<NodeId, ReceiptState> stateOf, bool isSettled)
    {
        var elapsed = time.GetElapsedTime(_began);
        var nodes = new NodeReceipt[_concerned.Count];
        for (var place = 0; place < nodes.Length; place++)
        {
            var node = _concerned[place];
            var state = stateOf(node);
            if (state != ReceiptState.Pending)
            {
                _took.TryAdd(node, elapsed);
            }

            nodes[place] = new NodeReceipt(node, state, _took.TryGetValue(node, out var took) ? took : null);
        }

        return new AppliedReceipt(scope, position, nodes, KnowsWhom && isSettled, elapsed);
    }
}
