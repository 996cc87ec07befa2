using Muster.Domain.Organization;
using Muster.Domain.People;

namespace Muster.Storage.Adherence;

/// <summary>Whose results are looked at: also who has left.</summary>
public sealed record HistoryAgent(
    AgentId Id, ManagementUnitId Unit, string Name, string? EmployeeNumber, DatedList<TeamId> Teams);
