namespace Muster.Simulation;

/// <summary>How a model is simulated. The number of threads never changes a result.</summary>
public sealed record SimulationOptions
{
    public ulong Seed { get; init; } = 1;

    /// <summary>
    /// Independent runs of the whole horizon, from 1. With one run half-widths come from batch means over its
    /// intervals, which is right for a steady state only: a day that goes up and down needs replications.
    /// </summary>
    public int Replications { get; init; } = 1;

    /// <summary>From 1; only replications run side by side.</summary>
    public int Threads { get; init; } = 1;
}
