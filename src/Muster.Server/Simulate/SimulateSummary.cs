namespace Muster.Server.Simulate;

/// <summary>What came of a simulation.</summary>
/// <param name="Last">The last day; null: it was stopped before the first.</param>
/// <param name="Accepted">Lines that the node took.</param>
/// <param name="Duplicates">Lines that it had already.</param>
/// <param name="Refused">Lines that it cannot use.</param>
/// <param name="Position">The source's last.</param>
public sealed record SimulateSummary(
    SimulatedDay? Last, long Accepted, long Duplicates, long Refused, long Position);
