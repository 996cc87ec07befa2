namespace Muster.Cluster.Leases;

/// <summary>Where leases are kept. Every call may throw <see cref="StoreAwayException"/>.</summary>
public interface ILeaseStore
{
    Task<ILeaseSession> OpenAsync(string lease, CancellationToken token);

    /// <summary>All leases that were ever taken.</summary>
    Task<IReadOnlyList<LeaseState>> ReadAsync(CancellationToken token);

    /// <summary>Asks the holder to hand over to a node.</summary>
    /// <returns>False when nobody holds the lease.</returns>
    Task<bool> AskHandoverAsync(string lease, string toNode, CancellationToken token);
}
