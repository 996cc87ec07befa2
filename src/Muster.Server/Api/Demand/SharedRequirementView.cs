using NodaTime;

namespace Muster.Server.Api.Demand;

/// <summary>How many agents of each group it takes in an interval.</summary>
/// <param name="Time">When it begins.</param>
/// <param name="NextTime">When the next one begins in which something is forecast; null: none does on that day.</param>
/// <param name="Agents">Of all groups together.</param>
/// <param name="AloneAgents">What Erlang needs when each planning group has its agents for itself.</param>
/// <param name="Simulated">How many staffings were tried.</param>
/// <param name="Reason">Why the goals are not met; null: they are.</param>
public sealed record SharedRequirementView(
    LocalDate Date,
    LocalTime Time,
    int Minutes,
    LocalTime? NextTime,
    int Agents,
    int AloneAgents,
    int Simulated,
    string? Reason,
    IReadOnlyList<AgentGroupView> AgentGroups,
    IReadOnlyList<SharedQueueView> PlanningGroups);
