using Muster.Domain.People;
using NodaTime;

namespace Muster.Storage.Adherence;

/// <summary>Schedules of days of an agent that had passed were changed, or told to the agent.</summary>
/// <param name="Revision">With which they changed; 0: with several.</param>
public sealed record ToldPastDays(AgentId Agent, LocalDate First, LocalDate Last, long Revision);
