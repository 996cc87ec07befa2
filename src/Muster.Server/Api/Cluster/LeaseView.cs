using Muster.Cluster.Leases;

namespace Muster.Server.Api.Cluster;

/// <summary>A duty that one node has at a time.</summary>
/// <param name="Holder">The node that has it; null when nobody does.</param>
/// <param name="Epoch">Counts up with every takeover.</param>
/// <param name="TakenBecause">Why the holder could take it.</param>
/// <param name="HandoverTo">The node that was asked to take over.</param>
/// <param name="Waiting">The nodes that would take it.</param>
public sealed record LeaseView(
    string Name,
    string? Holder,
    long? Incarnation,
    int Timeline,
    long Epoch,
    double RemainingSeconds,
    DateTimeOffset TakenAt,
    string TakenBecause,
    string? HandoverTo,
    IReadOnlyList<string> Waiting)
{
    public static LeaseView Of(LeaseState lease) => new(
        lease.Fence.Lease, lease.Holder?.Name, lease.Holder?.Incarnation, lease.Fence.Timeline, lease.Fence.Epoch,
        Math.Round(Math.Max(0, lease.Remaining.TotalSeconds), 1), lease.TakenAt, lease.TakenBecause, lease.HandoverTo,
        lease.Waiting);
}
