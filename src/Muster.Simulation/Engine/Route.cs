namespace Muster.Simulation.Engine;

/// <summary>Agents who may take a call of a queue.</summary>
internal readonly record struct Route(int Profile, int Level);
