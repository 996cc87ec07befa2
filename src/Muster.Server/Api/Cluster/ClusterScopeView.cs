using Muster.Cluster.Streams;

namespace Muster.Server.Api.Cluster;

/// <summary>A scope of cached content, as the database has it.</summary>
public sealed record ClusterScopeView(string Name, int Timeline, long Version)
{
    public static ClusterScopeView Of(ScopeName scope, ScopePosition position) =>
        new(scope.Value, position.Timeline, position.Version);
}
