namespace Muster.Simulation.Engine;

/// <summary>A queue whose calls an agent may take; the lowest rank first.</summary>
internal readonly record struct Choice(int Queue, int Rank);
