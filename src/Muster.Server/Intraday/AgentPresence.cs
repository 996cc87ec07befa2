using NodaTime;

namespace Muster.Server.Intraday;

/// <summary>When an agent is on queue, <c>[start, end)</c> each and in order.</summary>
/// <param name="Groups">The planning groups that the agent can serve, as indices.</param>
public readonly record struct AgentPresence(IReadOnlyList<int> Groups, IReadOnlyList<Interval> OnQueue);
