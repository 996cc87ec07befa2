namespace Muster.Cluster.Streams;

/// <summary>How far a position has come: one entry for every node that serves the scope.</summary>
/// <param name="IsSettled">
/// False when it is not sure who else serves the scope: the membership could not be read, or the database has just
/// failed over.
/// </param>
public sealed record AppliedReceipt(
    ScopeName Scope, ScopePosition Position, IReadOnlyList<NodeReceipt> Nodes, bool IsSettled, TimeSpan Took)
{
    /// <summary>No node that serves the scope as current is behind the position.</summary>
    public bool IsComplete =>
        IsSettled && Nodes.All(node => node.State is ReceiptState.Applied or ReceiptState.Left);

    /// <summary>Nothing more will come of waiting.</summary>
    public bool IsFinal => IsSettled && Nodes.All(node => node.State != ReceiptState.Pending);
}
