using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Muster.Server.Api.Nodes;
using Muster.Server.Health;
using Muster.Storage;
using Muster.Storage.Health;

namespace Muster.Server.Host;

/// <summary>Describes this node as it is now.</summary>
public sealed class NodeStatus(NodeInfo node, NodeHealth health, HealthStore store, IServer server, TimeProvider time)
{
    public async Task<NodeView> DescribeAsync(CancellationToken token)
    {
        var report = await health.CheckAsync(token);
        return new NodeView(
            node.Name,
            NodeInfo.Build,
            node.StartedAt,
            (long)(time.GetUtcNow() - node.StartedAt).TotalSeconds,
            Environment.ProcessId,
            Environment.MachineName,
            [.. node.Roles.Select(role => role.Name)],
            [.. server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []],
            Environment.WorkingSet,
            report,
            await DescribeDatabaseAsync(token));
    }

    // Asked for just when something is wrong, so it must not need the database.
    private async Task<NodeDatabaseView?> DescribeDatabaseAsync(CancellationToken token)
    {
        try
        {
            var facts = await store.ReadFactsAsync(token);
            return new NodeDatabaseView(node.DatabaseKind, facts.Version, facts.SchemaVersion, facts.SizeBytes);
        }
        catch (Exception problem) when (StorageTrouble.IsPassing(problem))
        {
            return null;
        }
    }
}
