namespace Muster.Cluster.Streams;

/// <summary>The last change of an entity.</summary>
internal readonly record struct ChangeMark(ScopePosition At, long Version);
