namespace Muster.Simulation.Centre;

/// <summary>What an agent can take, and how well.</summary>
/// <param name="Queue">The name of a queue of the model.</param>
/// <param name="Level">
/// 0 to 100. A call goes to the idle agent with the highest level; among equals to the one who is idle longest.
/// </param>
/// <param name="Priority">Under <see cref="RoutingPolicy.Priority"/> the lowest number is taken first.</param>
public sealed record QueueSkill(string Queue, int Level = 100, int Priority = 0);
