namespace Muster.Simulation.Results;

/// <summary>What a centre does, on average over the replications.</summary>
public sealed record SimulationResult
{
    /// <summary>Of the results; with model and replications it gives them again.</summary>
    public required ulong Seed { get; init; }

    public required int Replications { get; init; }

    /// <summary>From the end of the warm-up to the horizon.</summary>
    public required PeriodResult Total { get; init; }

    public required IReadOnlyList<PeriodResult> Intervals { get; init; }

    /// <summary>What is allowed but probably not meant, in sentences.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }
}
