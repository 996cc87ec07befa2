using Muster.Domain.People;
using NodaTime;

namespace Muster.Domain.Scheduling;

/// <summary>A cell of a schedule: somebody on a day.</summary>
public readonly record struct AgentDay(AgentId Agent, LocalDate Day);
