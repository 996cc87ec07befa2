using Muster.Domain.Organization;
using NodaTime;

namespace Muster.Domain.People;

/// <summary>
/// What is to be changed of an agent, or of many; null: nothing. <see cref="Clear"/> names fields that are to be empty.
/// </summary>
public sealed record AgentEdit
{
    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? EmployeeNumber { get; init; }

    public string? UserName { get; init; }

    public string? Email { get; init; }

    public ManagementUnitId? ManagementUnit { get; init; }

    public NamedZoneId? TimeZone { get; init; }

    public TeamId? Team { get; init; }

    public WorkPlanId? WorkPlan { get; init; }

    /// <summary>From when team and work plan hold; null: from today.</summary>
    public LocalDate? From { get; init; }

    /// <summary>All skills there are to be.</summary>
    public IReadOnlyList<AgentSkill>? Skills { get; init; }

    /// <summary>Skills to add, or to have at another level.</summary>
    public IReadOnlyList<AgentSkill> AddSkills { get; init; } = [];

    public IReadOnlyList<SkillId> RemoveSkills { get; init; } = [];

    /// <summary>The first day without employment.</summary>
    public LocalDate? TerminateOn { get; init; }

    /// <summary>The first day of being employed again.</summary>
    public LocalDate? ReinstateOn { get; init; }

    /// <summary>
    /// Of "employee_number", "user_name", "email", "management_unit", "time_zone", "team", "work_plan".
    /// </summary>
    public IReadOnlyList<string> Clear { get; init; } = [];
}
