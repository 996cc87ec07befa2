using Muster.Domain.Organization;
using Muster.Domain.People;
using NodaTime;

namespace Muster.Server.Api.People;

/// <summary>
/// What to change of an agent; what is absent stays. <c>clear</c> names fields that are to be empty. Skills are all
/// there are to be; <c>add_skills</c> and <c>remove_skills</c> leave the others alone.
/// </summary>
/// <param name="From">From when team and work plan hold; absent: from today.</param>
/// <param name="TerminateOn">The first day without employment.</param>
/// <param name="ReinstateOn">The first day of being employed again.</param>
public sealed record AgentEditBody(
    string? FirstName = null,
    string? LastName = null,
    string? EmployeeNumber = null,
    string? UserName = null,
    string? Email = null,
    Guid? ManagementUnitId = null,
    Guid? TimeZoneId = null,
    Guid? TeamId = null,
    Guid? WorkPlanId = null,
    LocalDate? From = null,
    IReadOnlyList<SkillLevelBody>? Skills = null,
    IReadOnlyList<SkillLevelBody>? AddSkills = null,
    IReadOnlyList<Guid>? RemoveSkills = null,
    LocalDate? TerminateOn = null,
    LocalDate? ReinstateOn = null,
    IReadOnlyList<string>? Clear = null)
{
    public AgentEdit Edit() => new()
    {
        FirstName = FirstName,
        LastName = LastName,
        EmployeeNumber = EmployeeNumber,
        UserName = UserName,
        Email = Email,
        ManagementUnit = ManagementUnitId is { } unit ? new ManagementUnitId(unit) : null,
        TimeZone = TimeZoneId is { } zone ? new NamedZoneId(zone) : null,
        Team = TeamId is { } team ? new TeamId(team) : null,
        WorkPlan = WorkPlanId is { } plan ? new WorkPlanId(plan) : null,
        From = From,
        Skills = Skills is null ? null : Levels(Skills),
        AddSkills = Levels(AddSkills ?? []),
        RemoveSkills = [.. (RemoveSkills ?? []).Select(skill => new SkillId(skill))],
        TerminateOn = TerminateOn,
        ReinstateOn = ReinstateOn,
        Clear = Clear ?? [],
    };

    private static IReadOnlyList<AgentSkill> Levels(IReadOnlyList<SkillLevelBody> skills) =>
        [.. skills.Select(skill => new AgentSkill(new SkillId(skill.SkillId), skill.Level))];
}
