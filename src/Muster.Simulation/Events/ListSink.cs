namespace Muster.Simulation.Events;

/// <summary>Keeps what happened in a list that its owner reads and clears.</summary>
public readonly record struct ListSink(List<SimulationEvent> Events) : ISimulationSink
{
    public static bool IsListening => true;

    public void On(in SimulationEvent happened) => Events.Add(happened);
}
