using Muster.Domain.People;

namespace Muster.Storage.Schedules;

/// <summary>An agent as a schedule shows them.</summary>
public sealed record RosterRow(AgentId Id, string FirstName, string LastName, Guid? Team, Guid? WorkPlan)
{
    public string FullName => $"{FirstName} {LastName}".Trim();
}
