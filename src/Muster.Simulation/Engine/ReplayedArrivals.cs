using Muster.Simulation.Centre;

namespace Muster.Simulation.Engine;

/// <summary>Calls that really came.</summary>
internal sealed class ReplayedArrivals(ReplayedCall[] calls, double horizonSeconds) : ArrivalSource
{
    private int _next;

    public override double Next() => _next < calls.Length && calls[_next].AtSeconds < horizonSeconds
        ? calls[_next++].AtSeconds
        : double.PositiveInfinity;

    public override ReplayedCall Recorded(ulong number) => calls[number];
}
