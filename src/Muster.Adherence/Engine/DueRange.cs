using Muster.Domain.People;
using NodaTime;

namespace Muster.Adherence.Engine;

/// <summary>The results of an agent in <c>[start, end)</c> are new, or changed since they were taken.</summary>
public readonly record struct DueRange(AgentId Agent, Instant Start, Instant End);
