using Muster.Simulation.Results;

namespace Muster.Simulation.Staffing;

/// <summary>What a staffing reaches.</summary>
/// <param name="Agents">Per group, in the order of the model.</param>
/// <param name="Shortfall">
/// 0: all goals are met. Else the sum of what is missing: points of service level and abandonment as shares of 1, other
/// goals as shares of the goal.
/// </param>
/// <param name="Missed">Each goal that is missed, in a sentence.</param>
public sealed record StaffingEvaluation(
    IReadOnlyList<int> Agents, double Cost, double Shortfall, IReadOnlyList<string> Missed, SimulationResult Result)
{
    public bool IsMet => Missed.Count == 0;
}
