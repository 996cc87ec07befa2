namespace Muster.Simulation.Centre;

/// <summary>Agents with the same skills.</summary>
public sealed record AgentGroup
{
    /// <summary>Unique in the model.</summary>
    public required string Name { get; init; }

    public required IReadOnlyList<QueueSkill> Skills { get; init; }

    /// <summary>
    /// How many are on queue all the time, with a factor of 1; beside those of <see cref="CentreModel.Agents"/>.
    /// </summary>
    public int AlwaysOnQueue { get; init; }
}
