namespace Muster.Simulation.Events;

/// <summary>
/// Is told what happens, in order. Implemented by structs and given as a type argument, so that a run which nobody
/// listens to is compiled without telling. A sink keeps its state behind a reference: the run holds a copy of it.
/// </summary>
public interface ISimulationSink
{
    /// <summary>False: <see cref="On"/> is never called.</summary>
    static abstract bool IsListening { get; }

    void On(in SimulationEvent happened);
}
