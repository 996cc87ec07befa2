using Muster.Simulation.Chance;

namespace Muster.Simulation.Centre;

/// <summary>A type of calls that wait in one line: first come, first served.</summary>
public sealed record CallQueue
{
    /// <summary>Unique in the model.</summary>
    public required string Name { get; init; }

    public required Arrivals Arrivals { get; init; }

    /// <summary>Talking and holding, in seconds, of an agent whose factor is 1.</summary>
    public Distribution HandleTime { get; init; } = TypicalCalls.HandleTime;

    /// <summary>Work after the call, in seconds, of an agent whose factor is 1.</summary>
    public Distribution AfterCallWork { get; init; } = Distribution.Zero;

    /// <summary>How long, in seconds, a caller waits before hanging up.</summary>
    public Distribution Patience { get; init; } = Distribution.Never;

    /// <summary>The time T of the service levels. A call answered after exactly this wait is in time.</summary>
    public double AnswerWithinSeconds { get; init; } = 20;

    /// <summary>
    /// By what each day's rates are multiplied (mean 1); null: by nothing. It makes counts as over-dispersed as real
    /// ones. Days are of 24 hours, from the start of the simulation. Replayed calls are not touched.
    /// </summary>
    public Distribution? DayFactor { get; init; }
}
