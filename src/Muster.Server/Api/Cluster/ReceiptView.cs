using Muster.Cluster.Streams;

namespace Muster.Server.Api.Cluster;

/// <summary>How far a version has come.</summary>
/// <param name="Complete">Whether no node that serves the scope is behind it.</param>
public sealed record ReceiptView(
    string Scope, int Timeline, long Version, bool Complete, double TookMs, IReadOnlyList<NodeReceiptView> Nodes)
{
    public static ReceiptView Of(AppliedReceipt receipt) => new(
        receipt.Scope.Value, receipt.Position.Timeline, receipt.Position.Version, receipt.IsComplete,
        Math.Round(receipt.Took.TotalMilliseconds, 1), [.. receipt.Nodes.Select(NodeReceiptView.Of)]);
}
