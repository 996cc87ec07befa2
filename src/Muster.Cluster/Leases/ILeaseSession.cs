namespace Muster.Cluster.Leases;

/// <summary>
/// A database connection that serves one lease and nothing else. When the process dies, the kernel closes it, the
/// database frees its advisory lock, and whoever waits for that learns of it at once. Every call may throw
/// <see cref="StoreAwayException"/>; then the session is disposed and another one opened.
/// </summary>
public interface ILeaseSession : IAsyncDisposable
{
    /// <summary>
    /// Locks the row, lets <paramref name="decide"/> look at it, and takes the lease under a new epoch if that is what
    /// it says: all in one transaction, which waits for fenced transactions of the old epoch to end.
    /// </summary>
    Task<LeaseAttempt> TryAsync(NodeId node, Func<LockedLease, LeaseDecision> decide, CancellationToken token);

    /// <summary>Extends the tenure if it has neither run out nor passed to another.</summary>
    Task<LeaseRenewal> RenewAsync(Fence fence, CancellationToken token);

    /// <summary>Frees the lease at once; kept for a moment for the node it shall be handed to.</summary>
    Task ReleaseAsync(Fence fence, CancellationToken token);

    /// <summary>Returns when the holder's session is gone or has released, at the latest after a while.</summary>
    Task WaitForHolderAsync(TimeSpan atMost, CancellationToken token);
}
