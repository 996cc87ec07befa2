using Muster.Cluster.Streams;

namespace Muster.Storage.Streams;

/// <summary>A scope that a committed transaction has moved, with the position it reached and the changes.</summary>
public sealed record CommittedScope(ScopeName Scope, ScopeDelta Delta);
