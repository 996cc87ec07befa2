namespace Muster.Simulation.Results;

/// <summary>An interval, or all of them: <c>[start, end)</c> in seconds from the start of the simulation.</summary>
public sealed record PeriodResult
{
    public required double StartSeconds { get; init; }

    public required double EndSeconds { get; init; }

    /// <summary>All queues and all agents together.</summary>
    public required QueueResult All { get; init; }

    /// <summary>In the order of the model.</summary>
    public required IReadOnlyList<QueueResult> Queues { get; init; }

    /// <summary>In the order of the model.</summary>
    public required IReadOnlyList<GroupResult> Groups { get; init; }
}
