using Muster.Simulation.Centre;

namespace Muster.Simulation.Events;

/// <summary>Something that happened.</summary>
/// <param name="AtSeconds">From the start of the simulation.</param>
/// <param name="Call">The number of the call among all, in order of arrival from 0; -1: no call takes part.</param>
/// <param name="Queue">The index of the call's queue in the model; -1: no call takes part.</param>
/// <param name="Agent">The index among all agents: first those of the groups, then the model's; -1: none.</param>
/// <param name="Activity">What the agent does from now on; logged out where there is no agent.</param>
public readonly record struct SimulationEvent(
    double AtSeconds, SimulationEventKind Kind, long Call, int Queue, int Agent, AgentActivity Activity);
