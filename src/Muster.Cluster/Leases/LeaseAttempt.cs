namespace Muster.Cluster.Leases;

/// <summary>The outcome of an attempt to take a lease.</summary>
/// <param name="Fence">The token of the new tenure; null when it was decided to wait.</param>
public sealed record LeaseAttempt(LeaseDecision Decision, Fence? Fence);
