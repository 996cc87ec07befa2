using Muster.Domain.Organization;
using Muster.Domain.People;
using NodaTime;

namespace Muster.Adherence.Schedules;

/// <summary>Where an agent belongs: whose rules hold, and when days begin.</summary>
/// <param name="Until">
/// The agent has left then: what follows is no time of it, and has no results. Null: it has not.
/// </param>
public sealed record AgentPlace(AgentId Agent, BusinessUnitId Unit, DateTimeZone Zone, Instant? Until = null);
