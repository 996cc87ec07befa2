using Muster.Cluster.Streams;
using Muster.Server.Api.Cluster;
using Muster.Storage.Schedules;

namespace Muster.Server.Api.Schedules;

/// <summary>How far a publish of many days is.</summary>
/// <param name="Days">That it has; null: nothing is known of it. It has not begun, or has few days.</param>
/// <param name="DaysWritten">Of them; nobody else sees them before all are published.</param>
/// <param name="Version">That it has made; null: it is not committed.</param>
/// <param name="Applied">Which nodes serve the version.</param>
public sealed record PublishProgressView(
    int? Days = null, int DaysWritten = 0, long? Version = null, ReceiptView? Applied = null)
{
    public static PublishProgressView Of((PublishProgress Progress, AppliedReceipt? Receipt)? found) =>
        found is not var (progress, receipt) ? new PublishProgressView() : new PublishProgressView(
            progress.Days, progress.Version is null ? progress.DaysWritten : progress.Days, progress.Version,
            receipt is null ? null : ReceiptView.Of(receipt));
}
