using Muster.Domain.People;
using NodaTime;

namespace Muster.Server.Api.People;

/// <summary>An agent in a list.</summary>
/// <param name="Active">Whether employed on the day of the list.</param>
/// <param name="Overridden">Fields that were set by hand against a directory.</param>
public sealed record AgentRowView(
    Guid Id,
    long Version,
    string FirstName,
    string LastName,
    string? EmployeeNumber,
    string? UserName,
    string? Email,
    Guid TenantId,
    Guid? SiteId,
    Guid? ManagementUnitId,
    Guid? TeamId,
    Guid? WorkPlanId,
    bool Active,
    DateTimeOffset? RemovedAt,
    IReadOnlyList<SkillLevelBody> Skills,
    IReadOnlyList<AgentField> Overridden,
    IReadOnlyList<AgentSourceView> Sources)
{
    public static AgentRowView Of(Agent agent, LocalDate day, IReadOnlyList<AgentSourceView> sources) => new(
        agent.Id.Value,
        agent.Version,
        agent.FirstName,
        agent.LastName,
        agent.EmployeeNumber,
        agent.UserName,
        agent.Email,
        agent.Tenant.Value,
        agent.Site?.Value,
        agent.ManagementUnit?.Value,
        agent.Teams.At(day)?.Value,
        agent.WorkPlans.At(day)?.Value,
        agent.RemovedAt is null && agent.Employment.IsActiveOn(day),
        agent.RemovedAt,
        [.. agent.Skills.Select(skill => new SkillLevelBody(skill.Skill.Value, skill.Level))],
        [.. agent.Overrides.Select(kept => kept.Field)],
        sources);
}
