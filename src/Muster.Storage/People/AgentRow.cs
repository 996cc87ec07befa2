using System.Text.Json;
using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Domain.Sources;
using NodaTime;
using Npgsql;

namespace Muster.Storage.People;

/// <summary>An agent as its table has it; also the form in which many are written at once.</summary>
internal sealed record AgentRow
{
    public const string Columns = """
        id, tenant_id, employee_number, user_name, first_name, last_name, email, site_id, management_unit_id,
        time_zone_id, skill_ids, skill_levels, details, removed_at, version
        """;

    public required Guid Id { get; init; }

    public required Guid TenantId { get; init; }

    public string? EmployeeNumber { get; init; }

    public string? UserName { get; init; }

    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public string? Email { get; init; }

    public Guid? SiteId { get; init; }

    public Guid? ManagementUnitId { get; init; }

    public Guid? TimeZoneId { get; init; }

    public LocalDate? EmployedFrom { get; init; }

    public LocalDate? EmployedTo { get; init; }

    public required Guid[] SkillIds { get; init; }

    public required int[] SkillLevels { get; init; }

    public Guid? TeamId { get; init; }

    public Guid? WorkPlanId { get; init; }

    public bool IsOverridden { get; init; }

    public required AgentDetails Details { get; init; }

    public DateTimeOffset? RemovedAt { get; init; }

    public long Version { get; init; }

    public static AgentRow Of(Agent agent) => new()
    {
        Id = agent.Id.Value,
        TenantId = agent.Tenant.Value,
        EmployeeNumber = agent.EmployeeNumber,
        UserName = agent.UserName,
        FirstName = agent.FirstName,
        LastName = agent.LastName,
        Email = agent.Email,
        SiteId = agent.Site?.Value,
        ManagementUnitId = agent.ManagementUnit?.Value,
        TimeZoneId = agent.TimeZone?.Value,
        EmployedFrom = agent.Employment.Last?.Start,
        EmployedTo = agent.Employment.Last?.End,
        SkillIds = [.. agent.Skills.Select(skill => skill.Skill.Value)],
        SkillLevels = [.. agent.Skills.Select(skill => skill.Level)],
        TeamId = agent.Teams.Latest?.Value,
        WorkPlanId = agent.WorkPlans.Latest?.Value,
        IsOverridden = agent.Overrides.Count > 0,
        Details = AgentDetails.Of(agent),
        RemovedAt = agent.RemovedAt,
        Version = agent.Version,
    };

    public static string Write(IEnumerable<Agent> agents) =>
        JsonSerializer.Serialize(agents.Select(Of), SourceJson.Options);

    public static Agent Map(NpgsqlDataReader row) => AgentDetails.Read(row.GetString(12)).Fill(new Agent
    {
        Id = new AgentId(row.GetGuid(0)),
        Tenant = new TenantId(row.GetGuid(1)),
        EmployeeNumber = row.Text(2),
        UserName = row.Text(3),
        FirstName = row.GetString(4),
        LastName = row.GetString(5),
        Email = row.Text(6),
        Site = row.Uuid(7) is { } site ? new SiteId(site) : null,
        ManagementUnit = row.Uuid(8) is { } unit ? new ManagementUnitId(unit) : null,
        TimeZone = row.Uuid(9) is { } zone ? new NamedZoneId(zone) : null,
        Skills = [.. row.GetFieldValue<Guid[]>(10).Zip(
            row.GetFieldValue<short[]>(11), (skill, level) => new AgentSkill(new SkillId(skill), level))],
        RemovedAt = row.MaybeTime(13),
        Version = row.GetInt64(14),
    });
}
