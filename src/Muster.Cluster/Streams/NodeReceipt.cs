namespace Muster.Cluster.Streams;

/// <summary>What became of a position on one node.</summary>
/// <param name="Took">From the beginning of the wait; null while it is pending.</param>
public sealed record NodeReceipt(NodeId Node, ReceiptState State, TimeSpan? Took);
