using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using NodaTime;

namespace Muster.Domain.People;

/// <summary>Applies what somebody wants changed of an agent. Pure.</summary>
public static class AgentEditing
{
    private static readonly string[] Clearable =
        ["employee_number", "user_name", "email", "management_unit", "time_zone", "team", "work_plan"];

    /// <param name="today">Where the agent works.</param>
    /// <returns>The agent as it is to be; the same when nothing changes.</returns>
    public static Outcome<Agent> Apply(
        Agent agent, AgentEdit edit, OrganizationSnapshot organization, LocalDate today)
    {
        var after = Placed(Named(agent, edit), edit, edit.From ?? today);
        after = Employed(after with { Skills = Skilled(agent, edit) }, edit);
        return Check(agent, after, edit, organization, edit.From ?? today) is { } refusal ? refusal : after;
    }

    /// <summary>The directory's fields that two states of an agent have differently.</summary>
    public static IReadOnlyList<AgentField> DirectoryFields(Agent before, Agent after)
    {
        (AgentField Field, bool Differs)[] fields =
        [
            (AgentField.Name, before.FirstName != after.FirstName || before.LastName != after.LastName),
            (AgentField.EmployeeNumber, before.EmployeeNumber != after.EmployeeNumber),
            (AgentField.UserName, before.UserName != after.UserName),
            (AgentField.Email, before.Email != after.Email),
            (AgentField.TimeZone, before.TimeZone != after.TimeZone),
            (AgentField.Employment, !before.Employment.Equals(after.Employment)),
            (AgentField.Skills, !before.Skills.SequenceEqual(after.Skills)),

            // Of an agent with a site, the unit follows from the site.
            (AgentField.Site, before.Site is not null && before.ManagementUnit != after.ManagementUnit),
        ];
        return [.. fields.Where(field => field.Differs).Select(field => field.Field)];
    }

    private static Agent Named(Agent agent, AgentEdit edit) => agent with
    {
        FirstName = edit.FirstName ?? agent.FirstName,
        LastName = edit.LastName ?? agent.LastName,
        EmployeeNumber = Clears(edit, "employee_number") ? null : edit.EmployeeNumber ?? agent.EmployeeNumber,
        UserName = Clears(edit, "user_name") ? null : edit.UserName ?? agent.UserName,
        Email = Clears(edit, "email") ? null : edit.Email ?? agent.Email,
        TimeZone = Clears(edit, "time_zone") ? null : edit.TimeZone ?? agent.TimeZone,
    };

    // Into another unit the team does not come along.
    private static Agent Placed(Agent agent, AgentEdit edit, LocalDate from)
    {
        var unit = Clears(edit, "management_unit") ? null : edit.ManagementUnit ?? agent.ManagementUnit;
        var leaves = unit != agent.ManagementUnit && edit.Team is null && agent.Teams.At(from) is not null;
        return agent with
        {
            ManagementUnit = unit,
            Teams = edit.Team is { } team ? agent.Teams.Set(from, team)
                : leaves || Clears(edit, "team") ? agent.Teams.Set(from, null)
                : agent.Teams,
            WorkPlans = edit.WorkPlan is { } plan ? agent.WorkPlans.Set(from, plan)
                : Clears(edit, "work_plan") ? agent.WorkPlans.Set(from, null)
                : agent.WorkPlans,
        };
    }

    private static IReadOnlyList<AgentSkill> Skilled(Agent agent, AgentEdit edit)
    {
        var levels = new Dictionary<SkillId, int>();
        foreach (var skill in (edit.Skills ?? agent.Skills).Concat(edit.AddSkills))
        {
            levels[skill.Skill] = skill.Level;
        }

        foreach (var skill in edit.RemoveSkills)
        {
            levels.Remove(skill);
        }

        return [.. levels.OrderBy(pair => pair.Key.Value).Select(pair => new AgentSkill(pair.Key, pair.Value))];
    }

    private static Agent Employed(Agent agent, AgentEdit edit)
    {
        var employment = agent.Employment;
        employment = edit.ReinstateOn is { } again ? employment.Reinstate(again, agent.EmployeeNumber) : employment;
        employment = edit.TerminateOn is { } end ? employment.Terminate(end) : employment;
        return agent with { Employment = employment };
    }

    private static Refusal? Check(
        Agent before, Agent after, AgentEdit edit, OrganizationSnapshot organization, LocalDate from)
    {
        var checks = new FieldChecks()
            .Text("first_name", edit.FirstName, 0, 100).Text("last_name", edit.LastName, 0, 100)
            .Text("employee_number", edit.EmployeeNumber, 1, 100).Text("user_name", edit.UserName, 1, 200)
            .Email("email", edit.Email)
            .That(after.FullName.Length > 0, "last_name", "must not be empty along with the first name.")
            .That(edit.TerminateOn is null || edit.ReinstateOn is null || edit.TerminateOn > edit.ReinstateOn,
                "terminate_on", "must be after reinstate_on.")
            .That(edit.TerminateOn is null || before.Employment.Last is not null, "terminate_on",
                "needs an employment that began.\nMaybe set reinstate_on first.");
        foreach (var name in edit.Clear.Where(name => !Clearable.Contains(name)))
        {
            checks.That(false, "clear",
                $"names no field that can be empty: {name}.\nMaybe one of {string.Join(", ", Clearable)}.");
        }

        CheckPlaces(after, edit, organization, from, checks);
        CheckSkills(after, edit, organization, checks);
        return checks.Refusal;
    }

    private static void CheckPlaces(
        Agent after, AgentEdit edit, OrganizationSnapshot organization, LocalDate from, FieldChecks checks)
    {
        var unit = after.ManagementUnit is { } id ? organization.ManagementUnits.Find(id) : null;
        if (edit.ManagementUnit is { } asked)
        {
            checks.That(unit is { IsRemoved: false }, "management_unit_id", $"names no management unit: {asked}.")
                .That(unit is null || organization.TenantOf(unit) == after.Tenant, "management_unit_id",
                    "names a unit of another tenant.");
        }

        if (edit.Team is { } team)
        {
            var found = organization.Teams.Find(team);
            checks.That(found is { IsRemoved: false }, "team_id", $"names no team: {team}.")
                .That(found is null || found.ManagementUnitId == after.ManagementUnit, "team_id",
                    "names a team of another management unit.\nMaybe set management_unit_id too.");
        }

        if (after.WorkPlans.At(from) is { } plan && (edit.WorkPlan is not null || edit.ManagementUnit is not null))
        {
            var found = organization.WorkPlans.Find(plan);
            checks
                .That(found is { IsRemoved: false } || edit.WorkPlan is null, "work_plan_id",
                    $"names no work plan: {plan}.")
                .That(found is null || unit is null || found.BusinessUnitId == unit.BusinessUnitId, "work_plan_id",
                    $"is of another business unit than the agent's: {found?.Name}.\nMaybe choose one there.");
        }

        if (edit.TimeZone is { } zone)
        {
            checks.That(
                organization.TimeZones.Find(zone) is { IsRemoved: false } known && known.TenantId == after.Tenant,
                "time_zone_id", $"names no time zone of the agent's tenant: {zone}.");
        }
    }

    private static void CheckSkills(
        Agent after, AgentEdit edit, OrganizationSnapshot organization, FieldChecks checks)
    {
        foreach (var skill in edit.AddSkills.Concat(edit.Skills ?? []))
        {
            checks.That(organization.Skills.Find(skill.Skill) is { } known && known.TenantId == after.Tenant, "skills",
                    $"names no skill of the agent's tenant: {skill.Skill}.")
                .That(skill.Level is >= Skill.LowestLevel and <= Skill.HighestLevel, "skills",
                    $"has a level out of {Skill.LowestLevel} to {Skill.HighestLevel}: {skill.Level}.");
        }
    }

    private static bool Clears(AgentEdit edit, string field) => edit.Clear.Contains(field);
}
