using Muster.Cluster.Streams;

namespace Muster.Server.Api.Cluster;

/// <summary>What one node has done about a version.</summary>
/// <param name="State">"applied", "pending", "left" or "overtaken".</param>
public sealed record NodeReceiptView(string Node, string State, double? TookMs)
{
    public static NodeReceiptView Of(NodeReceipt receipt) => new(
        receipt.Node.Name, receipt.State.ToString().ToLowerInvariant(),
        receipt.Took is { } took ? Math.Round(took.TotalMilliseconds, 1) : null);
}
