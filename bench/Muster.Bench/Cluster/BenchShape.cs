namespace Muster.Bench.Cluster;

/// <summary>What a cluster under measurement looks like.</summary>
/// <param name="Ring">Every node knows only its two neighbours; else all know all.</param>
/// <param name="Notify">Whether commits notify through the database as well.</param>
internal sealed record BenchShape(int Nodes, bool Ring = false, bool Notify = true);
