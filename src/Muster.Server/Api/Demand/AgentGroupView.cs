namespace Muster.Server.Api.Demand;

/// <summary>A group of agents in a simulation.</summary>
/// <param name="Agents">On queue.</param>
/// <param name="Occupancy">The part of their time on queue that they are busy; null without agents.</param>
public sealed record AgentGroupView(string Name, int Agents, EstimateView? Occupancy);
