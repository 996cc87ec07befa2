using Muster.Domain.Organization;

namespace Muster.Simulation.Results;

/// <summary>
/// How a queue, or all of them together, was served. Numbers of calls are means per replication; calls belong to the
/// interval in which they arrived. A share or a mean of nothing is null, never NaN.
/// </summary>
public sealed record QueueResult
{
    public required string Name { get; init; }

    public required Estimate Offered { get; init; }

    public required Estimate Answered { get; init; }

    public required Estimate Abandoned { get; init; }

    /// <summary>Neither answered nor gone when all was over: nobody came who could serve them.</summary>
    public required Estimate StillWaiting { get; init; }

    public required Estimate AnsweredInTime { get; init; }

    /// <summary>Hung up within T.</summary>
    public required Estimate AbandonedInTime { get; init; }

    /// <summary>Shares of 1 in the order of <see cref="ServiceLevelDefinition"/>.</summary>
    public required IReadOnlyList<Estimate?> ServiceLevels { get; init; }

    /// <summary>Of all offered, as a share of 1.</summary>
    public required Estimate? AbandonmentRate { get; init; }

    /// <summary>The mean wait of those who were answered.</summary>
    public required Estimate? AverageSpeedOfAnswerSeconds { get; init; }

    /// <summary>The mean wait of those who were answered or hung up.</summary>
    public required Estimate? MeanWaitSeconds { get; init; }

    public required Estimate? MeanWaitOfAbandonedSeconds { get; init; }

    /// <summary>In any replication.</summary>
    public required double LongestWaitSeconds { get; init; }

    /// <summary>How many wait, on average over time.</summary>
    public required Estimate? QueueLength { get; init; }

    /// <summary>How many agents are on queue who may take these calls, on average over time.</summary>
    public required Estimate? AgentsOnQueue { get; init; }

    /// <summary>The share of their time on queue that these agents are busy, with calls of any queue.</summary>
    public required Estimate? Occupancy { get; init; }

    public Estimate? ServiceLevel(ServiceLevelDefinition definition) => ServiceLevels[(int)definition];
}
