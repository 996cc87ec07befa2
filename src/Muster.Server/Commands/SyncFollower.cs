using Muster.Cluster.Leases;
using Muster.Domain.Synchronization;
using Muster.Server.Synchronization;

namespace Muster.Server.Commands;

/// <summary>Who follows a source, told from the leases.</summary>
internal static class SyncFollower
{
    public static string? Of(IEnumerable<LeaseState> leases, SourceId source) => leases
        .FirstOrDefault(lease => lease.Fence.Lease == SourceDuties.Lease(source) && lease.Remaining > TimeSpan.Zero)?
        .Holder?.Name;

    public static bool IsThere(IEnumerable<LeaseState> leases, SourceId source) => Of(leases, source) is not null;
}
