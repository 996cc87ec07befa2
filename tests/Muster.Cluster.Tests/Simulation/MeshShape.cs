namespace Muster.Cluster.Tests.Simulation;

/// <summary>Which nodes can be linked at all.</summary>
internal enum MeshShape
{
    Full,
    Line,
    Ring,
    Star,
}
