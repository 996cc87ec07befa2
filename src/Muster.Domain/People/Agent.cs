using System.Text.Json.Nodes;
using Muster.Domain.Organization;

namespace Muster.Domain.People;

/// <summary>Somebody who handles contacts, as Muster plans with them.</summary>
public sealed record Agent
{
    public required AgentId Id { get; init; }

    public required TenantId Tenant { get; init; }

    public string? EmployeeNumber { get; init; }

    public string? UserName { get; init; }

    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public string? Email { get; init; }

    /// <summary>Where the directory has the agent.</summary>
    public SiteId? Site { get; init; }

    /// <summary>Null: not assigned to any unit, and so not scheduled.</summary>
    public ManagementUnitId? ManagementUnit { get; init; }

    public NamedZoneId? TimeZone { get; init; }

    public Employment Employment { get; init; } = Employment.None;

    /// <summary>By skill, each once.</summary>
    public IReadOnlyList<AgentSkill> Skills { get; init; } = [];

    public IReadOnlyList<AgentLogin> Logins { get; init; } = [];

    public DatedList<TeamId> Teams { get; init; } = new([]);

    public DatedList<WorkPlanId> WorkPlans { get; init; } = new([]);

    public IReadOnlyList<FieldOverride> Overrides { get; init; } = [];

    public JsonObject? Attributes { get; init; }

    /// <summary>Since when this agent is none of ours any more, and kept for the past; null while it is.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    public long Version { get; init; } = 1;

    public string FullName => $"{FirstName} {LastName}".Trim();

    /// <summary>Whether this agent has all skills that the group's contacts need, each well enough.</summary>
    public bool CanServe(PlanningGroup group) => group.RequiredSkills.All(needed =>
        Skills.Any(skill => skill.Skill == needed.SkillId && skill.Level >= needed.MinimumLevel));

    public bool IsOverridden(AgentField field) => Overrides.Any(kept => kept.Field == field);
}
