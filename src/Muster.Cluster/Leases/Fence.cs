namespace Muster.Cluster.Leases;

/// <summary>
/// The token of one tenure of a lease. Every write under the lease checks it in its own transaction; after a takeover
/// the check fails for good. The timeline keeps a database that lost commits from giving the same number twice.
/// </summary>
public readonly record struct Fence(string Lease, int Timeline, long Epoch)
{
    public override string ToString() => $"{Lease} {Timeline}/{Epoch}";
}
