namespace Muster.Simulation.Results;

/// <summary>How a group was used; null where nobody of it was on queue.</summary>
/// <param name="AgentsOnQueue">On average over time.</param>
/// <param name="Occupancy">The share of their time on queue that they are busy.</param>
public sealed record GroupResult(string Name, Estimate? AgentsOnQueue, Estimate? Occupancy);
