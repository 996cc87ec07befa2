using Muster.Domain.Organization;

namespace Muster.Simulation.Staffing;

/// <summary>How well a queue is to be served over the whole horizon. Whatever is null is no goal.</summary>
public sealed record QueueGoal
{
    /// <summary>The name of a queue of the model.</summary>
    public required string Queue { get; init; }

    /// <summary>At least this share of 1, within the queue's time T.</summary>
    public double? ServiceLevel { get; init; }

    public ServiceLevelDefinition Definition { get; init; } = ServiceLevelDefinition.AnsweredOfOffered;

    /// <summary>At most so long, on average over those who are answered.</summary>
    public double? AverageSpeedOfAnswerSeconds { get; init; }

    /// <summary>At most this share of 1, of all offered.</summary>
    public double? AbandonmentRate { get; init; }
}
