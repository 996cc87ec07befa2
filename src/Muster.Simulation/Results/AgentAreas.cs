namespace Muster.Simulation.Results;

/// <summary>How long agents were on queue, and busy there: numbers of agents times seconds.</summary>
internal record struct AgentAreas(double OnQueue, double Busy);
