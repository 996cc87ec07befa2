using Muster.Cluster;

namespace Muster.Storage.Leases;

/// <summary>A lease's row under its lock.</summary>
/// <param name="Detector">The holder's session owned the advisory lock when it last renewed.</param>
internal sealed record LeaseRow(
    NodeId? Holder,
    TimeSpan Remaining,
    long Renewal,
    bool Detector,
    string? HandoverTo,
    TimeSpan HandoverRemaining);
