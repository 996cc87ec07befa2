namespace Muster.Simulation.Centre;

/// <summary>What an agent is to do in <c>[start, end)</c>, in seconds from the start of the simulation.</summary>
public readonly record struct ScheduledActivity(double StartSeconds, double EndSeconds, AgentActivity Activity);
