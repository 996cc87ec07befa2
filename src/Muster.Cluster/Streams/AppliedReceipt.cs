namespace Muster.Cluster.Streams;

/// <summary>How far a position has come: one entry for every node that serves the scope.</summary>
public sealed record AppliedReceipt(
    ScopeName Scope, ScopePosition Position, IReadOnlyList<NodeReceipt> Nodes, TimeSpan Took)
{
    /// <summary>No node that serves the scope as current is behind the position.</summary>
    public bool IsComplete => Nodes.All(node => node.State is ReceiptState.Applied or ReceiptState.Left);

    public int AppliedCount => Nodes.Count(node => node.State == ReceiptState.Applied);
}
