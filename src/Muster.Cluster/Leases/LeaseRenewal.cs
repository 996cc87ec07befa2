namespace Muster.Cluster.Leases;

/// <summary>The answer to a renewal.</summary>
/// <param name="Held">False when the lease has run out, or another node has taken it.</param>
/// <param name="HandoverTo">The node that shall have it next; null when nobody asked.</param>
public readonly record struct LeaseRenewal(bool Held, string? HandoverTo);
