using Muster.Simulation.Centre;

namespace Muster.Simulation.Engine;

/// <summary>
/// Gives the times of a queue's calls in order; positive infinity after the last one before the horizon.
/// </summary>
internal abstract class ArrivalSource
{
    public abstract double Next();

    /// <summary>The replayed call of a number; a call without given times where nothing is replayed.</summary>
    public virtual ReplayedCall Recorded(ulong number) => default;
}
