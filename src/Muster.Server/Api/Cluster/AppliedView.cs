using Muster.Cluster.Streams;

namespace Muster.Server.Api.Cluster;

/// <summary>How far a node is in a scope.</summary>
/// <param name="Behind">Changes that it has not applied yet; null when it is on another timeline.</param>
public sealed record AppliedView(string Scope, int Timeline, long Version, long? Behind)
{
    public static AppliedView Of(ScopeName scope, ScopePosition applied, ScopePosition database) => new(
        scope.Value, applied.Timeline, applied.Version,
        applied.Timeline == database.Timeline ? Math.Max(0, database.Version - applied.Version) : null);
}
