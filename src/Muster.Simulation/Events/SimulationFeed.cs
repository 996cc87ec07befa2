using Muster.Simulation.Centre;
using Muster.Simulation.Engine;
using NodaTime;

namespace Muster.Simulation.Events;

/// <summary>
/// A centre that a host drives in real or accelerated time: whoever calls says how late it is, and gets what happened
/// since. Not thread-safe.
/// </summary>
public sealed class SimulationFeed
{
    private readonly List<SimulationEvent> _events = [];
    private readonly SimulationRun<ListSink> _run;
    private readonly Instant _start;

    /// <exception cref="ArgumentException">The model is wrong; each field is named with its remedy.</exception>
    public SimulationFeed(CentreModel model, ulong seed)
    {
        _start = model.Start;
        _run = new SimulationRun<ListSink>(model, seed, new ListSink(_events));
    }

    public SimulationRun<ListSink> Run => _run;

    /// <summary>When something happens next; null when nothing will any more.</summary>
    public Instant? NextAt => double.IsPositiveInfinity(_run.NextSeconds) ? null : InstantOf(_run.NextSeconds);

    public Instant InstantOf(double seconds) => _start + Duration.FromSeconds(seconds);

    /// <summary>Goes to the next point in time at which something happens.</summary>
    /// <returns>What happened there, in order; empty: the simulation is over.</returns>
    public IReadOnlyList<SimulationEvent> Step() => Told(() => _run.Step());

    /// <summary>
    /// Goes on to an instant; what happens at that instant is included. An instant in the past does nothing.
    /// </summary>
    /// <returns>What happened since the last call, in order.</returns>
    public IReadOnlyList<SimulationEvent> RunUntil(Instant now) =>
        Told(() => _run.RunUntil((now - _start).TotalSeconds));

    private SimulationEvent[] Told(Action go)
    {
        go();
        SimulationEvent[] told = [.. _events];
        _events.Clear();
        return told;
    }
}
