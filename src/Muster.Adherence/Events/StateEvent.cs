using Muster.Domain.People;
using NodaTime;

namespace Muster.Adherence.Events;

/// <summary>From a moment on, an agent is in a state, until the next event of that agent, of whatever source.</summary>
/// <param name="At">By the source's clock, to the millisecond; what is finer is cut off. 1970 to 2100.</param>
/// <param name="State">The id that <see cref="StateTable"/> gave to source, state and reason code.</param>
/// <param name="Seq">
/// Its place in the log of all events: unique, and the order of events of the same millisecond. An event with a number
/// that the agent has had at that moment is a duplicate.
/// </param>
public readonly record struct StateEvent(AgentId Agent, Instant At, int State, long Seq);
