namespace Muster.Simulation.Centre;

/// <summary>One agent with a schedule, a pace and, where they differ from the group's, skills.</summary>
public sealed record CentreAgent
{
    public required string Name { get; init; }

    /// <summary>The name of a group of the model.</summary>
    public required string Group { get; init; }

    /// <summary>Null: those of the group.</summary>
    public IReadOnlyList<QueueSkill>? Skills { get; init; }

    /// <summary>Multiplies handle time and after-call work: 1.2 takes a fifth longer than 1.</summary>
    public double HandleTimeFactor { get; init; } = 1;

    /// <summary>
    /// In order, without overlap; between them the agent is logged out. Null: on queue all the time. Empty: never
    /// there.
    /// </summary>
    public IReadOnlyList<ScheduledActivity>? Schedule { get; init; }

    /// <summary>Null: always there, always in time.</summary>
    public Attendance? Attendance { get; init; }
}
