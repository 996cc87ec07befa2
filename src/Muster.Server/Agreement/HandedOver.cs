using Muster.Cluster.Leases;

namespace Muster.Server.Agreement;

/// <summary>What came of asking for a handover.</summary>
/// <param name="IsDone">False when the holder was asked, but the other node does not have it yet.</param>
public sealed record HandedOver(LeaseState Lease, bool IsDone, TimeSpan Took);
