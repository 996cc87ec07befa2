using Muster.Simulation.Centre;

namespace Muster.Simulation.Staffing;

/// <summary>How many agents of each group are needed.</summary>
public sealed record StaffingProblem
{
    /// <summary>
    /// Calls, groups and their skills; the numbers of agents in it are where the search begins, if any is above 0.
    /// Agents with schedules stay as they are.
    /// </summary>
    public required CentreModel Model { get; init; }

    public required IReadOnlyList<QueueGoal> Goals { get; init; }

    /// <summary>At most this share of 1, of every group; null: no goal.</summary>
    public double? MaxOccupancy { get; init; }

    /// <summary>What an agent of each group costs, beside the others; null: 1 each.</summary>
    public IReadOnlyList<double>? Costs { get; init; }

    /// <summary>The search gives up above so many agents in all groups.</summary>
    public int MostAgents { get; init; } = 5_000;

    public SimulationOptions Simulation { get; init; } = new();
}
