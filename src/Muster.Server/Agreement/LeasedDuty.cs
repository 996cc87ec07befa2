using Muster.Cluster;
using Muster.Cluster.Leases;

namespace Muster.Server.Agreement;

/// <summary>Work that only one node of the cluster does: the one that holds its lease.</summary>
public sealed partial class LeasedDuty(ClusterNode node, ILogger<LeasedDuty> logger)
{
    /// <summary>
    /// Waits for the lease and works under it, again and again, until stopped. The work ends when its token is
    /// cancelled; what it writes, it writes fenced.
    /// </summary>
    public async Task RunAsync(string name, Func<Lease, CancellationToken, Task> work, CancellationToken token)
    {
        while (!token.IsCancellationRequested)
        {
            await using var lease = await node.Leases.AcquireAsync(name, token);
            Taken(lease.Fence, lease.Reason);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(token, lease.Lost);
            try
            {
                await work(lease, end.Token);
            }
            catch (OperationCanceledException) when (lease.Lost.IsCancellationRequested)
            {
                Lost(lease.Fence, lease.LostBecause ?? "It could not be renewed in time.");
            }
            catch (FenceLostException lost)
            {
                Lost(lease.Fence, lost.Message);
            }
        }
    }

    [LoggerMessage(LogEvents.LeaseTaken, LogLevel.Information, "Took {Fence}. {Reason}")]
    private partial void Taken(Fence fence, string reason);

    [LoggerMessage(LogEvents.LeaseLost, LogLevel.Information, "Gave up {Fence}. {Reason}")]
    private partial void Lost(Fence fence, string reason);
}
