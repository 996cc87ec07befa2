namespace Muster.Cluster.Tests.Simulation;

/// <summary>What a run was like.</summary>
/// <param name="Violation">The first invariant that broke; null when none did.</param>
/// <param name="CurrentReads">Answers that nodes gave as current: without them nothing would be proved.</param>
internal sealed record SimulationResult(
    int Seed, string? Violation, long Events, int Writes, int Receipts, int Takeovers, int CurrentReads);
