namespace Muster.Simulation.Centre;

/// <summary>A call that really came.</summary>
/// <param name="AtSeconds">From the start of the simulation.</param>
/// <param name="HandleSeconds">Null: drawn from the queue's distribution.</param>
/// <param name="PatienceSeconds">Null: drawn from the queue's distribution.</param>
public readonly record struct ReplayedCall(
    double AtSeconds, double? HandleSeconds = null, double? PatienceSeconds = null);
