using Muster.Cluster.Leases;
using Muster.Cluster.Members;
using Muster.Cluster.Streams;

namespace Muster.Cluster;

/// <summary>What the protocols need of the database.</summary>
public sealed record ClusterStores(IScopeStore Scopes, IMemberStore Members, ILeaseStore Leases);
