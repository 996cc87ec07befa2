using Muster.Domain.People;
using NodaTime;

namespace Muster.Domain.Schedules;

/// <summary>A day in the order of all agents' days: by agent, then by day.</summary>
public readonly record struct DayPlace(AgentId Agent, LocalDate Day)
{
    public bool IsAfter(DayPlace other) =>
        Agent == other.Agent ? Day > other.Day : Agent.Value.CompareTo(other.Agent.Value) > 0;
}
