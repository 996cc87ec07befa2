namespace Muster.Cluster.Streams;

/// <summary>The circumstances in which the database was asked for positions.</summary>
/// <param name="AskedAt">When, by this node's clock.</param>
/// <param name="AppliedThen">What this node had applied at that moment.</param>
internal readonly record struct DatabaseQuestion(long AskedAt, ScopePosition AppliedThen);
