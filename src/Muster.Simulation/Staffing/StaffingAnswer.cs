namespace Muster.Simulation.Staffing;

/// <summary>What a search found.</summary>
/// <param name="Best">The cheapest staffing found that meets all goals; else the one with the least shortfall.</param>
/// <param name="Simulated">How many staffings were simulated.</param>
/// <param name="Reason">In a sentence, why the goals are not met; null: they are.</param>
public sealed record StaffingAnswer(StaffingEvaluation Best, int Simulated, string? Reason);
