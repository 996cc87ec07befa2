using Muster.Cluster.Leases;
using Muster.Cluster.Members;
using Muster.Cluster.Streams;

namespace Muster.Cluster.Tests.Simulation;

/// <summary>The stores as a process of the simulation has them.</summary>
internal sealed class SimStores(SimDatabase database, SimProcess process, NodeId self)
    : IScopeStore, IMemberStore, ILeaseStore
{
    public Task<ScopeVersions> ReadVersionsAsync(CancellationToken token) =>
        database.CallAsync(process, database.Versions);

    public Task<ScopeDelta?> ReadChangesAsync(ScopeName scope, ScopePosition after, CancellationToken token) =>
        database.CallAsync(process, () => database.ChangesAfter(scope, after));

    public Task<long> JoinAsync(NodeDescription node, CancellationToken token) =>
        database.CallAsync(process, () => database.Join(node));

    public Task<MemberTable> BeatAsync(
        NodeId node, NodeDescription description, MemberReport? report, CancellationToken token) =>
        database.CallAsync(process, () => database.Beat(node, description, report));

    public Task<MemberTable> ReadAsync(CancellationToken token) =>
        database.CallAsync(process, database.Members);

    public Task LeaveAsync(NodeId node, CancellationToken token) => database.CallAsync(process, () =>
    {
        database.Leave(node);
        return true;
    });

    public async Task<ILeaseSession> OpenAsync(string lease, CancellationToken token) => new SimLeaseSession(
        database, process, await database.CallAsync(process, () => database.OpenSession(self)), lease);

    Task<IReadOnlyList<LeaseState>> ILeaseStore.ReadAsync(CancellationToken token) =>
        throw new NotSupportedException("For people only.");

    public Task<bool> AskHandoverAsync(string lease, string toNode, CancellationToken token) =>
        database.CallAsync(process, () => database.AskHandover(lease, toNode));
}
