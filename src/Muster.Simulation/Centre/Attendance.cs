using Muster.Simulation.Chance;

namespace Muster.Simulation.Centre;

/// <summary>
/// How reliably an agent comes. A shift is what lies between gaps of four hours or more; each is drawn by itself.
/// </summary>
public sealed record Attendance
{
    /// <summary>Of missing a whole shift; 1: never comes.</summary>
    public double AbsenceProbability { get; init; }

    /// <summary>Of coming late to a shift; 1: always.</summary>
    public double LateProbability { get; init; }

    /// <summary>How many seconds late.</summary>
    public Distribution Lateness { get; init; } = Distribution.Exponential(300);
}
