using Muster.Domain.People;
using NodaTime;

namespace Muster.Server.Adherence.Results;

/// <summary>An agent, and the zone by whose clock the agent's days begin.</summary>
internal readonly record struct Whereabouts(AgentId Agent, DateTimeZone Zone);
