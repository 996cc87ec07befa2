namespace Muster.Cluster.Mesh;

/// <summary>Time and chance of a node: given, so that a simulation decides them.</summary>
public sealed record MeshChance(TimeProvider Time, Random Random);
