namespace Muster.Cluster.Leases;

/// <summary>What a takeover hands to the one who keeps the lease.</summary>
/// <param name="SentAt">When the request that made it valid was sent, by this node's clock.</param>
internal sealed record LeaseTenure(Fence Fence, string Reason, ILeaseSession Session, long SentAt);
