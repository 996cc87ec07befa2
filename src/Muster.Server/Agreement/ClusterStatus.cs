using Muster.Cluster;
using Muster.Cluster.Members;
using Muster.Cluster.Mesh;
using Muster.Cluster.Streams;
using Muster.Server.Api.Cluster;
using Muster.Server.Local;
using Muster.Server.Options;

namespace Muster.Server.Agreement;

/// <summary>Describes the cluster as this node sees it.</summary>
public sealed class ClusterStatus(ClusterParts parts, ServerOptions server)
{
    private readonly ClusterNode _node = parts.Node;

    /// <summary>Whom this node reaches, in one sentence.</summary>
    public string MeshSentence
    {
        get
        {
            if (_node.Mesh is not { } mesh)
            {
                return parts.MeshOff!;
            }

            var others = _node.Members.Where(status => status.IsLive && status.Member.Id.Name != _node.Self.Name)
                .Select(status => status.Member.Id.Name).Distinct().ToList();
            var reached = others.Where(mesh.Reach.ContainsKey).ToList();
            var relayed = reached.Count(name => mesh.Reach[name] > 1);
            return others.Count == 0
                ? "This node is alone."
                : $"Reaches {reached.Count} of {others.Count} other nodes, {relayed} through relay.";
        }
    }

    /// <exception cref="StoreAwayException">The database does not answer.</exception>
    public async Task<ClusterView> DescribeAsync(CancellationToken token)
    {
        var versions = await parts.Scopes.ReadVersionsAsync(token);
        var leases = await parts.Leases.ReadAsync(token);
        var followed = _node.Positions.Keys.OrderBy(scope => scope.Value, StringComparer.Ordinal).ToList();
        var mesh = _node.Mesh;
        var processes = Processes();
        return new ClusterView(
            _node.Self.Name,
            versions.Timeline,
            [.. _node.Members.OrderBy(status => status.Member.Id.Name, StringComparer.Ordinal)
                .Select(status => Describe(status, versions, mesh) with
                {
                    ProcessId = status.IsLive ? processes.GetValueOrDefault(status.Member.Id.Name) : null,
                })],
            [.. followed.Select(scope => ClusterScopeView.Of(scope, versions.Of(scope)))],
            Describe(mesh),
            [.. leases.Select(LeaseView.Of)],
            ConsistencyView.Of(_node.Members.Aggregate(
                default(ReadCounts), (sum, status) => sum + status.Member.Report.Reads)));
    }

    // Of a local cluster, whose nodes are killed by their number to see what the others do.
    private Dictionary<string, int?> Processes() =>
        server.LocalCluster is { Length: > 0 } directory && LocalClusterFile.Find(directory) is { } file
            ? file.Nodes.ToDictionary(node => node.Name, node => (int?)node.ProcessId)
            : [];

    private ClusterNodeView Describe(MemberStatus status, ScopeVersions versions, MeshView? mesh)
    {
        var member = status.Member;
        var isThis = member.Id == _node.Self;
        var applied = isThis ? _node.Positions : member.Report.Applied;
        return new ClusterNodeView(
            member.Id.Name,
            member.Id.Incarnation,
            status.IsLive,
            isThis,
            isThis ? 0 : mesh?.Reach.TryGetValue(member.Id.Name, out var hops) == true ? hops : null,
            member.Roles,
            member.Addresses,
            member.Build,
            member.StartedAt,
            member.Report.Links,
            [.. applied.Select(pair => AppliedView.Of(pair.Key, pair.Value, versions.Of(pair.Key)))]);
    }

    private MeshStateView Describe(MeshView? mesh) => mesh is null
        ? new MeshStateView(false, MeshSentence, [], [])
        : new MeshStateView(
            true,
            MeshSentence,
            [.. mesh.Links.Select(MeshLinkStateView.Of)],
            [.. mesh.Troubles.Select(pair => new MeshTroubleView(pair.Key, pair.Value))]);
}
