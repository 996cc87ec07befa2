using Muster.Domain.Organization;
using Muster.Domain.People;
using NodaTime;

namespace Muster.Domain.Schedules;

/// <summary>A day of an agent as it is published.</summary>
/// <param name="Version">Counts the changes of this day of this agent, from 1.</param>
/// <param name="Revision">The <see cref="ScheduleRevision.Id"/> that made it so.</param>
public sealed record AgentDay(
    AgentId Agent, LocalDate Day, ManagementUnitId ManagementUnit, long Version, long Revision, DayContent Content);
