using Muster.Cluster;
using Muster.Server.Api.Access;

namespace Muster.Server.Live;

/// <summary>What every live socket of a node shares.</summary>
public sealed record LiveParts(LiveTopics Topics, CallerCache Callers, ClusterNode Node, TimeProvider Time);
