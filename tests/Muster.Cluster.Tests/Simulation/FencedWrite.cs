using Muster.Cluster.Leases;

namespace Muster.Cluster.Tests.Simulation;

/// <summary>A write under a lease: who, with which token, and which piece of work it did.</summary>
internal sealed record FencedWrite(NodeId Writer, Fence Fence, long Item);
