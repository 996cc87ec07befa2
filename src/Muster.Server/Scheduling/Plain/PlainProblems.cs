using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Muster.Domain.Demand;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Domain.People;
using Muster.Domain.Scheduling;
using Muster.Server.Api.Json;
using NodaTime;

namespace Muster.Server.Scheduling.Plain;

/// <summary>A plain file as the same input that a build has from the database.</summary>
internal static class PlainProblems
{
    private const int MinutesOfDay = 24 * 60;

    private static readonly JsonSerializerOptions Options = new(DemandJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <returns>Refused with the field that is wrong.</returns>
    public static Outcome<BuildInput> Read(string text)
    {
        try
        {
            var problem = JsonSerializer.Deserialize<PlainProblem>(text, Options)
                ?? throw new JsonException("null is no problem.");
            return InputOf(problem);
        }
        catch (JsonException fault)
        {
            return new Refusal.Invalid(JsonFault.Describe(fault));
        }
    }

    private static Outcome<BuildInput> InputOf(PlainProblem problem)
    {
        var unit = new BusinessUnit
        {
            Id = BusinessUnitId.Of(NewId()),
            Name = "The file",
            TenantId = TenantId.Of(NewId()),
            Zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(problem.Zone) ?? DateTimeZone.Utc,
            IntervalMinutes = problem.IntervalMinutes,
        };
        var build = BuildOf(problem, unit);
        var plans = problem.WorkPlans.Index().Select(plan => PlanOf(plan.Index, plan.Item, unit)).ToList();
        if (build.Check(unit) is { } refusal
            || (refusal = plans.Select(plan => plan.Refused).FirstOrDefault(refused => refused is not null)) is not null
            || (refusal = Check(problem, unit)) is not null)
        {
            return refusal;
        }

        var known = OrganizationSnapshot.Empty.With([.. plans.SelectMany(plan => plan.Value)]);
        var names = problem.Required.Select(need => need.Group).Distinct();
        var groups = names.Select(name => GroupOf(name, unit)).ToList();
        var days = Enumerable.Range(0, problem.Weeks * ScheduleBuild.DaysOfWeek).Select(problem.FirstDay.PlusDays)
            .ToList();
        var agents = problem.Employees.Select(employee => AgentOf(employee, unit, groups, known, problem.FirstDay));
        var needs = groups.Select(group => (NeedsOf(problem, group, days), new UnitShare(0, 1))).ToList();
        var people = new BuildPeople(agents, days, groups, known);
        var calendar = new BuildCalendar(unit.Zone, problem.FirstDay, days.Count);
        var input = ProblemMaking.Of(new BuildMaterial(build, unit, calendar, people, needs, known));
        return input with { Findings = [.. people.Findings(), .. input.Findings] };
    }

    private static ScheduleBuild BuildOf(PlainProblem problem, BusinessUnit unit) => new()
    {
        Id = new BuildId(NewId()),
        BusinessUnit = unit.Id,
        Name = unit.Name,
        Forecast = new ForecastId(Guid.Empty),
        ManagementUnits = [new ManagementUnitId(Guid.Empty)],
        FirstDay = problem.FirstDay,
        Weeks = problem.Weeks,
        CreatedBy = "",
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    private static Refusal? Check(PlainProblem problem, BusinessUnit unit)
    {
        var checks = new FieldChecks();
        unit.Check(checks);
        checks.That(DateTimeZoneProviders.Tzdb.GetZoneOrNull(problem.Zone) is not null, "zone",
            $"is no zone of the tz database: {problem.Zone}.\nMaybe Europe/Berlin.");
        var plans = problem.WorkPlans.Select(plan => plan["name"]?.ToString()).ToHashSet();
        var groups = problem.Required.Select(need => need.Group).ToHashSet();
        foreach (var (i, need) in problem.Required.Index())
        {
            checks.That(need.Agents is >= 0 and <= 100_000, $"required[{i}].agents", "must be 0 to 100000.");
        }

        foreach (var (i, employee) in problem.Employees.Index())
        {
            checks.That(plans.Contains(employee.WorkPlan), $"employees[{i}].work_plan",
                $"names no work plan: {employee.WorkPlan}.");
            var strange = (employee.Groups ?? []).FirstOrDefault(group => !groups.Contains(group));
            checks.That(strange is null, $"employees[{i}].groups", $"names no group that is required: {strange}.");
        }

        return checks.Refusal;
    }

    // A work plan as the API reads it, with the codes of its breaks.
    private static Outcome<IReadOnlyList<OrganizationItem>> PlanOf(int index, JsonObject fields, BusinessUnit unit)
    {
        var codes = new List<OrganizationItem>();
        foreach (var rule in fields["breaks"]?.AsArray().OfType<JsonObject>() ?? [])
        {
            var code = new ActivityCode
            {
                Id = ActivityCodeId.Of(NewId()),
                Name = rule["name"]?.ToString() ?? "Break",
                BusinessUnitId = unit.Id,
                Category = ActivityCategory.Break,
                Paid = rule["paid"]?.GetValue<bool>() ?? true,
                CountsAsWork = false,
                Colour = "#888888",
            };
            codes.Add(code);
            rule.Remove("name");
            rule.Remove("paid");
            rule["activity_code_id"] = code.Id.Value;
        }

        fields["business_unit_id"] = unit.Id.Value;
        var plan = (WorkPlan)OrganizationJson.Parse(
            OrganizationKinds.WorkPlan, JsonSerializer.SerializeToElement(fields)).WithKey(NewId());
        var checks = new FieldChecks();
        plan.Check(checks);
        if (checks.Refusal is Refusal.Invalid wrong)
        {
            return new Refusal.Invalid(
                [.. wrong.Errors.Select(error => error with { Field = $"work_plans[{index}].{error.Field}" })]);
        }

        codes.Add(plan);
        return codes;
    }

    // Nobody sees them: they only tie the parts of the file together.
    private static Guid NewId() => Guid.CreateVersion7(DateTimeOffset.UnixEpoch);

    private static PlanningGroup GroupOf(string name, BusinessUnit unit) => new()
    {
        Id = PlanningGroupId.Of(NewId()),
        Name = name,
        BusinessUnitId = unit.Id,
        Channel = Channel.Voice,
        Queues = [],
        RequiredSkills = [new RequiredSkill(SkillId.Of(NewId()))],
    };

    private static Agent AgentOf(
        PlainEmployee employee, BusinessUnit unit, IReadOnlyList<PlanningGroup> groups, OrganizationSnapshot known,
        LocalDate first)
    {
        var from = employee.EmployedFrom ?? first;
        var plan = known.WorkPlans.All.First(plan => plan.Name == employee.WorkPlan);
        return new Agent
        {
            Id = new AgentId(NewId()),
            Tenant = unit.TenantId,
            FirstName = employee.Name,
            LastName = "",
            Employment = new Employment([new EmploymentPeriod(from, employee.EmployedTo, null)]),
            WorkPlans = new DatedList<WorkPlanId>([]).Set(LocalDate.Min(from, first), plan.Id),
            Skills =
            [
                .. groups.Where(group => employee.Groups?.Contains(group.Name) ?? true)
                    .Select(group => new AgentSkill(group.RequiredSkills[0].SkillId, Skill.HighestLevel)),
            ],
        };
    }

    private static GroupNeeds NeedsOf(PlainProblem problem, PlanningGroup group, IEnumerable<LocalDate> days)
    {
        var slots = MinutesOfDay / problem.IntervalMinutes;
        var rows = problem.Required.Where(need => need.Group == group.Name).ToList();
        return new GroupNeeds(group, problem.IntervalMinutes, days.ToDictionary(
            day => day,
            IReadOnlyList<double> (day) =>
                [
                    .. Enumerable.Range(0, slots).Select(slot => slot * problem.IntervalMinutes).Select(minute =>
                        rows.Where(need => need.IsOn(day) && need.IsAt(minute)).Sum(need => need.Agents)),
                ]));
    }
}
