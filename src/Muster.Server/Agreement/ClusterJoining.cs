using Muster.Cluster;
using Muster.Cluster.Members;
using Muster.Cluster.Streams;
using Muster.Server.Host;
using Muster.Server.Options;
using Muster.Storage;
using Muster.Storage.Leases;
using Muster.Storage.Members;
using Muster.Storage.Streams;

namespace Muster.Server.Agreement;

/// <summary>Makes this process a node of the cluster that its database is.</summary>
internal static class ClusterJoining
{
    /// <exception cref="StoreAwayException">The database does not answer.</exception>
    public static async Task<ClusterParts> JoinAsync(
        OptionSet options, NodeInfo node, Database database, TimeProvider time, CancellationToken token)
    {
        var description = new NodeDescription(
            node.Name, [.. node.Roles.Select(role => role.Name)], options.Server.AddressList, NodeInfo.Build);
        var members = new MemberStore(database);
        var scopes = new ScopeStore(database);
        var timing = new ClusterTiming
        {
            Streams = new StreamTiming { Slack = TimeSpan.FromSeconds(options.Server.CacheSlack) },
        };
        var self = new NodeId(node.Name, await members.JoinAsync(description, token));
        var key = await MeshKey.FindAsync(options.Auth, new ClusterKeyStore(database), token);
        var why = MeshOff(options, key);
        var settings = new ClusterSettings(self, description, why is null ? options.Server.PeerList : null, timing);
        var sockets = new MeshSockets(self, key, options.Auth, time);
        var cluster = new ClusterNode(settings, new ClusterSurroundings(
            new ClusterStores(scopes, members, new LeaseStore(database, timing.Leases.Life)),
            sockets,
            time,
            new Random((int)(self.Incarnation % int.MaxValue)),
            new Strand()));
        return new ClusterParts(cluster, sockets, scopes, members, why);
    }

    private static string? MeshOff(OptionSet options, byte[]? key) =>
        !options.Server.WebEvents ? "The mesh is off: Server:WebEvents is false."
        : key is null ? "The mesh is off: Auth:Provider is none, so nodes could not prove who they are."
        : null;
}
