using Muster.Domain.Organization;
using Muster.Domain.People;
using NodaTime;

namespace Muster.Adherence.Schedules;

/// <summary>Where an agent belongs: whose rules hold, and when days begin.</summary>
public sealed record AgentPlace(AgentId Agent, BusinessUnitId Unit, DateTimeZone Zone);
