using Muster.Simulation.Centre;

namespace Muster.Server.Simulate;

/// <summary>An agent as the node knows them.</summary>
/// <param name="Key">What events call the agent: employee number, user name or external id.</param>
/// <param name="Days">Those that have something to do with the simulated day.</param>
public sealed record KnownAgent(
    Guid Id, Guid ManagementUnit, string Key, IReadOnlyList<QueueSkill> Skills, IReadOnlyList<KnownDay> Days);
