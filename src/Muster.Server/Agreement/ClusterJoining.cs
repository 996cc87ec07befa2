using Muster.Cluster;
using Muster.Cluster.Members;
using Muster.Cluster.Streams;
using Muster.Server.Adherence;
using Muster.Server.Adherence.Today;
using Muster.Server.Host;
using Muster.Server.Identity;
using Muster.Server.Options;
using Muster.Storage;
using Muster.Storage.Adherence;
using Muster.Storage.Leases;
using Muster.Storage.Members;
using Muster.Storage.Organization;
using Muster.Storage.Schedules;
using Muster.Storage.Streams;

namespace Muster.Server.Agreement;

/// <summary>Makes this process a node of the cluster that its database is.</summary>
internal static class ClusterJoining
{
    /// <exception cref="StoreAwayException">The database does not answer.</exception>
    public static async Task<ClusterParts> JoinAsync(
        OptionSet options, NodeInfo node, Database database, TimeProvider time, CancellationToken token)
    {
        var incarnation = await new MemberStore(database).JoinAsync(Describe(options, node), token);
        var key = await MeshKey.FindAsync(options.Auth, new ClusterKeyStore(database), token);
        return Make(options, new ClusterPlace(node, incarnation, key), database, time);
    }

    /// <summary>Puts a node together that has not joined anything yet.</summary>
    public static ClusterParts Make(OptionSet options, ClusterPlace place, Database database, TimeProvider time)
    {
        var self = new NodeId(place.Node.Name, place.Incarnation);
        var timing = new ClusterTiming
        {
            Streams = new StreamTiming { Slack = TimeSpan.FromSeconds(options.Server.CacheSlack) },
        };
        var why = MeshOff(options, place.Key);
        var settings = new ClusterSettings(
            self, Describe(options, place.Node), why is null ? options.Server.PeerList : null, timing);
        var sockets = new MeshSockets(self, place.Key, options.Auth, time);
        var leases = new LeaseStore(database, self.Incarnation, timing.Leases.Life);
        var cluster = new ClusterNode(settings, new ClusterSurroundings(
            new ClusterStores(new ScopeStore(database.Vital), new MemberStore(database), leases),
            sockets,
            time,
            new Random((int)(self.Incarnation % int.MaxValue)),
            new Strand()));
        var judged = new JudgedContent(new ScheduleContent(new ScheduleStore(database)));
        return new ClusterParts(
            cluster, sockets, new ScopeStore(database), leases, cluster.FollowMarks(AccessScope.Name),
            cluster.Follow(OrganizationStore.Scope, new OrganizationContent(new OrganizationStore(database))),
            cluster.Follow(ScheduleStore.Scope, judged),
            cluster.FollowMarks(DraftStore.Scope),
            cluster.Follow(RuleStore.Scope, new RuleContent(new RuleStore(database))), why)
        {
            Judged = judged,
        };
    }

    private static NodeDescription Describe(OptionSet options, NodeInfo node) => new(
        node.Name, [.. node.Roles.Select(role => role.Name)], options.Server.AddressList, NodeInfo.Build);

    private static string? MeshOff(OptionSet options, byte[]? key) =>
        !options.Server.WebEvents ? "The mesh is off: Server:WebEvents is false."
        : key is null ? "The mesh is off: Auth:Provider is none, so nodes could not prove who they are."
        : null;
}
