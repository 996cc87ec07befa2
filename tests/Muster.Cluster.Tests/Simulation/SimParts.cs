namespace Muster.Cluster.Tests.Simulation;

/// <summary>What everything in a simulation shares.</summary>
internal sealed record SimParts(World World, SimDatabase Database, SimNetwork Network, Referee Referee, SimPlan Plan);
