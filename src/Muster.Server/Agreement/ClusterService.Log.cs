using Muster.Cluster;
using Muster.Cluster.Streams;

namespace Muster.Server.Agreement;

public sealed partial class ClusterService
{
    [LoggerMessage(LogEvents.ClusterJoined, LogLevel.Information, "This node is {Node}.")]
    private partial void Joined(NodeId node);

    [LoggerMessage(LogEvents.ScopeLoaded, LogLevel.Debug, "{Scope} was read as a whole, at {Position}: {Reason}")]
    private partial void Loaded(ScopeName scope, ScopePosition position, string reason);

    [LoggerMessage(LogEvents.MeshOff, LogLevel.Warning, "{Reason}")]
    private partial void MeshOff(string reason);
}
