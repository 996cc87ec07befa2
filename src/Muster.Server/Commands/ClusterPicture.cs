using Muster.Cluster.Leases;
using Muster.Cluster.Members;
using Muster.Cluster.Streams;

namespace Muster.Server.Commands;

/// <summary>A cluster as its database shows it.</summary>
/// <param name="Members">Each with whether its beat has moved since the last look.</param>
public sealed record ClusterPicture(
    IReadOnlyList<(Member Member, bool IsLive)> Members, ScopeVersions Versions, IReadOnlyList<LeaseState> Leases);
