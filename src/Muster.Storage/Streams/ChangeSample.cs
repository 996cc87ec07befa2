using Muster.Cluster.Streams;

namespace Muster.Storage.Streams;

/// <summary>A change that every node must have applied by now.</summary>
public sealed record ChangeSample(
    ScopeName Scope, ScopePosition Position, string Entity, string EntityId, long EntityVersion);
