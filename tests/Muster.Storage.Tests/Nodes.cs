using Muster.Cluster;
using Muster.Cluster.Leases;

namespace Muster.Storage.Tests;

/// <summary>Nodes of a cluster, and what they decide about a lease.</summary>
internal static class Nodes
{
    public const string Lease = "aggregator:3";

    public static readonly NodeId A = new("a", 1);
    public static readonly NodeId B = new("b", 2);
    public static readonly NodeId C = new("c", 3);

    public static LeaseDecision Take(LockedLease view) => new LeaseDecision.Take("The test takes it.");

    public static LeaseDecision Wait(LockedLease view) =>
        new LeaseDecision.Wait(TimeSpan.FromSeconds(10), "The test waits.");
}
