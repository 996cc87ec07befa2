using Muster.Cluster.Leases;

namespace Muster.Cluster.Tests.Simulation;

/// <summary>A lease's own connection in the simulation.</summary>
internal sealed class SimLeaseSession(SimDatabase database, SimProcess process, SimSession session, string lease)
    : ILeaseSession
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TakeoverPatience = TimeSpan.FromSeconds(6);

    public Task<LeaseAttempt> TryAsync(NodeId node, Func<LockedLease, LeaseDecision> decide, CancellationToken token) =>
        database.CallAsync(process, () => database.TryAsync(session, lease, decide), TakeoverPatience);

    public Task<LeaseRenewal> RenewAsync(Fence fence, CancellationToken token) =>
        database.CallAsync(process, () => database.RenewAsync(session, fence), Patience);

    public Task ReleaseAsync(Fence fence, CancellationToken token) =>
        database.CallAsync(process, () => database.ReleaseAsync(session, fence), Patience);

    public Task WaitForHolderAsync(TimeSpan atMost, CancellationToken token) =>
        database.CallAsync(process, () => database.WaitForHolderAsync(session, lease, atMost), atMost + Patience);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await database.CallAsync(process, () =>
            {
                database.EndSession(session);
                return true;
            });
        }
        catch (StoreAwayException)
        {
            // The database finds out by itself.
        }
    }
}
