namespace Muster.Simulation.Centre;

/// <summary>
/// Which waiting call an agent takes who becomes ready. Among equals it is the one that waits longest.
/// </summary>
public enum RoutingPolicy
{
    /// <summary>Of the queue with the lowest <see cref="QueueSkill.Priority"/> of this agent.</summary>
    Priority,

    /// <summary>The one that waits longest, of all queues of this agent.</summary>
    LongestWait,

    /// <summary>Of the queue in which this agent has the highest <see cref="QueueSkill.Level"/>.</summary>
    SkillLevel,
}
