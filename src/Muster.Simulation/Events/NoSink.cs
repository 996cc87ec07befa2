namespace Muster.Simulation.Events;

/// <summary>Nobody listens: for results alone.</summary>
public readonly struct NoSink : ISimulationSink, IEquatable<NoSink>
{
    public static bool IsListening => false;

    public void On(in SimulationEvent happened)
    {
    }

    public bool Equals(NoSink other) => true;

    public override bool Equals(object? obj) => obj is NoSink;

    public override int GetHashCode() => 0;

    public static bool operator ==(NoSink left, NoSink right) => true;

    public static bool operator !=(NoSink left, NoSink right) => false;
}
