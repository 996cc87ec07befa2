using NodaTime;

namespace Muster.Adherence.Engine;

/// <summary>An event of an agent as the engine keeps it.</summary>
/// <param name="At">By the source's clock, to the millisecond.</param>
/// <param name="Counts">The second from which it counts, by the corrected clock.</param>
public readonly record struct AgentEvent(Instant At, Instant Counts, int State, long Seq);
