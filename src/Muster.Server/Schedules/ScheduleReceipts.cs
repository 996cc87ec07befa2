using Muster.Cluster;
using Muster.Cluster.Streams;
using Muster.Storage.Schedules;

namespace Muster.Server.Schedules;

/// <summary>Waits until every node serves a version of the published schedules.</summary>
public sealed class ScheduleReceipts(ClusterNode node)
{
    /// <summary>A node that died without a word is out of the membership by then.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public Task<AppliedReceipt> WaitAsync(long version, TimeSpan patience, CancellationToken token) =>
        node.WaitUntilAppliedAsync(ScheduleStore.Scope, PositionOf(version), patience, token);

    /// <returns>False: this node does not have the version yet.</returns>
    public Task<bool> WaitHereAsync(long version, TimeSpan patience, CancellationToken token) =>
        node.WaitUntilAppliedHereAsync(ScheduleStore.Scope, PositionOf(version), patience, token);

    private ScopePosition PositionOf(long version) =>
        new(node.Positions.GetValueOrDefault(ScheduleStore.Scope).Timeline, version);
}
