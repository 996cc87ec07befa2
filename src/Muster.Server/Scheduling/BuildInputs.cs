using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Domain.Scheduling;
using Muster.Scheduling.Problem;
using Muster.Server.Organization;
using Muster.Storage.People;
using NodaTime;

namespace Muster.Server.Scheduling;

/// <summary>Reads what the schedules of a unit are built from: people, work plans, and what a forecast takes.</summary>
public sealed class BuildInputs(OrganizationCache organization, AgentStore agents, ForecastNeeds forecasts)
{
    private const int DaysOfWeek = 7;
    private const int MinutesOfDay = 24 * 60;

    private static readonly int[] Grids = [30, 15, 10, PlanShifts.FinestGrid];

    /// <returns>Refused when there is nothing to build from at all.</returns>
    internal async Task<Outcome<BuildInput>> ReadAsync(
        ScheduleBuild build, ManagementUnitId unit, CancellationToken token)
    {
        var known = await organization.CurrentAsync(token);
        if (known.BusinessUnits.Find(build.BusinessUnit) is not { } business
            || known.ManagementUnits.Find(unit) is not { RemovedAt: null })
        {
            return new Refusal.Conflict("The unit is gone.");
        }

        var days = Enumerable.Range(0, build.Weeks * DaysOfWeek).Select(build.FirstDay.PlusDays).ToList();
        var (needs, findings) = await forecasts.ReadAsync(build.Forecast, known, token);
        var groups = needs.Select(need => need.Group).ToList();
        var people = new List<BuildPeople>();
        foreach (var other in build.ManagementUnits)
        {
            people.Add(new BuildPeople(await agents.ListOfUnitAsync(other, token), days, groups, known));
        }

        var place = build.ManagementUnits.Index().First(other => other.Item == unit).Index;
        var shares = groups.Index().Select(group =>
            UnitShare.Of([.. people.Select(each => each.CapacityOf(group.Index))], place)).ToList();
        var made = Make(build, business, people[place], [.. needs.Zip(shares)], known);
        return made with
        {
            Findings = [.. findings, .. people[place].Findings(), .. made.Findings, .. Clocks(business, days)],
        };
    }

    /// <summary>The problem of a unit's people, by their plans, and by their share of what is needed.</summary>
    internal static BuildInput Make(
        ScheduleBuild build, BusinessUnit unit, BuildPeople people, IReadOnlyList<(GroupNeeds, UnitShare)> needs,
        OrganizationSnapshot known)
    {
        var days = Enumerable.Range(0, build.Weeks * DaysOfWeek).Select(build.FirstDay.PlusDays).ToList();
        var plans = people.Able.Select(row => row.Plan).DistinctBy(plan => plan.Id).ToList();
        int[] lengths =
            [
                .. plans.SelectMany(PlanShifts.Minutes), unit.IntervalMinutes,
                .. needs.Select(need => need.Item1.Minutes),
            ];
        var grid = Grids.First(minutes => lengths.All(length => length % minutes == 0));
        var options = new List<ShiftOption>();
        var ofPlan = new Dictionary<WorkPlanId, (PlanShifts Shifts, IReadOnlyList<int> Options)>();
        foreach (var plan in plans)
        {
            var shifts = PlanShifts.Of(plan, known);
            ofPlan[plan.Id] = (shifts, [.. Enumerable.Range(options.Count, shifts.Options.Count)]);
            options.AddRange(shifts.Options);
        }

        var demand = new IntervalDemand
        {
            Groups = needs.Count > 0 ? [.. needs.Select(need => need.Item1.Group.Name)] : ["Nothing"],
            IntervalMinutes = grid,
            Needs = [.. NeedsOf(needs, days, grid)],
        };
        var problem = new SchedulingProblem
        {
            Days = days.Count,
            FirstDay = build.FirstDay,
            WeekStart = unit.WeekStart,
            Options = options,
            Demand = demand,
            Employees =
            [
                .. people.Able.Select(row => new Employee
                {
                    Name = row.Agent.FullName,
                    Groups = row.Groups,
                    Options = ofPlan[row.Plan.Id].Options,
                    Rules = ofPlan[row.Plan.Id].Shifts.RulesOf(days, day => !row.Agent.Employment.IsActiveOn(day)),
                }),
            ],
        };
        return new BuildInput(
            problem, [.. people.Able.Select(row => row.Agent)], [.. Amounts(build, people, demand)],
            Print(people, demand, days));
    }

    private static IEnumerable<Need> NeedsOf(
        IReadOnlyList<(GroupNeeds Needs, UnitShare Share)> groups, IReadOnlyList<LocalDate> days, int grid) =>
        from day in days
        from minute in Enumerable.Range(0, MinutesOfDay / grid).Select(slot => slot * grid)
        from count in groups.Select(each => each.Share.Of(each.Needs.At(day, minute))).DefaultIfEmpty()
        select BuildCosts.Need(count);

    private static IEnumerable<string> Amounts(ScheduleBuild build, BuildPeople people, IntervalDemand demand)
    {
        var hours = demand.Needs.Sum(need => need.Least) * (double)demand.IntervalMinutes / 60;
        var most = people.Able.Sum(row => row.Plan.PaidMinutesPerWeek.Max) * (double)build.Weeks / 60;
        if (hours == 0)
        {
            yield return "Nobody is required in these weeks.\n"
                + "Maybe another forecast is meant: the schedules only keep the rules.";
        }
        else if (hours > most && most > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{hours:N0} hours are required, {hours / most:0.#} times what these people may work ({most:N0}).");
        }
    }

    private static IEnumerable<string> Clocks(BusinessUnit unit, IEnumerable<LocalDate> days) =>
        from day in days
        let length = unit.Zone.AtStartOfDay(day.PlusDays(1)).ToInstant() - unit.Zone.AtStartOfDay(day).ToInstant()
        where length != Duration.FromDays(1)
        select string.Create(CultureInfo.InvariantCulture,
            $"{day:ddd uuuu-MM-dd} has {length.TotalHours:0.#} hours, for clocks are moved; shifts are by the clock.");

    private static string Print(BuildPeople people, IntervalDemand demand, IReadOnlyList<LocalDate> days)
    {
        var text = new StringBuilder();
        foreach (var plan in people.Able.Select(row => row.Plan).DistinctBy(plan => plan.Id))
        {
            text.AppendLine(OrganizationJson.Write(plan));
        }

        foreach (var (agent, plan, groups) in people.Able)
        {
            var free = days.Index().Where(day => !agent.Employment.IsActiveOn(day.Item)).Select(day => day.Index);
            text.AppendLine(CultureInfo.InvariantCulture,
                $"{agent.Id} {plan.Id} {string.Join(',', groups)} {string.Join(',', free)}");
        }

        text.AppendJoin(',', demand.Needs.Select(need => need.Least)).AppendJoin(',', demand.Groups);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
