using Muster.Cluster.Mesh;

namespace Muster.Cluster;

/// <summary>The four things that protocols do not have of themselves: store, network, time and chance.</summary>
public sealed record ClusterSurroundings(
    ClusterStores Stores, IMeshNetwork Network, TimeProvider Time, Random Chance, IStrand Strand);
