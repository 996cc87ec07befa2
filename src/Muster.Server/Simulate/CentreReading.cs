using Muster.Domain.Organization;
using Muster.Domain.Schedules;
using Muster.Server.Api.People;
using Muster.Server.Api.Schedules;
using Muster.Simulation.Centre;
using NodaTime;
using NodaTime.Text;

namespace Muster.Server.Simulate;

/// <summary>Reads what a node knows of a centre and a day.</summary>
internal sealed class CentreReading(NodeQuestions node, SimulateOptions options)
{
    private const int MostPeople = 500;

    // The day before for who works past midnight, the day after for units in other zones.
    private const int DaysAround = 3;

    private const int HighestLevel = 100;

    /// <exception cref="StartRefusedException">There is no such unit.</exception>
    public async Task<SimulatedUnit> FindUnitAsync(CancellationToken token) => SimulatedUnit.Find(
        options.Unit,
        await node.ItemsAsync<BusinessUnit>("/organization/business-units", token),
        await node.ItemsAsync<ManagementUnit>("/organization/management-units", token));

    /// <exception cref="StartRefusedException">The day has no published schedule, or the forecast is none.</exception>
    public async Task<CentreFacts> ReadAsync(SimulatedUnit unit, LocalDate day, CancellationToken token)
    {
        var facts = new CentreFacts
        {
            Day = day,
            Zone = unit.Zone,
            Minutes = unit.Business.IntervalMinutes,
            Agents = [],
        };
        var demand = await new DemandReading(node, options).ReadAsync(unit.Business, facts, token);
        var remarks = new List<string>(demand.Remarks);
        facts = facts with
        {
            Minutes = IsWhole(facts) ? facts.Minutes : 15,
            Agents = await ReadAgentsAsync(unit, day, demand.Served, remarks, token),
            Queues = demand.Queues,
        };
        facts = unit.Only is { } only ? facts.Of(only.Id.Value) : facts;
        return facts with { Remarks = remarks };
    }

    // Statistics begin at multiples of their length, by UTC.
    private static bool IsWhole(CentreFacts facts) =>
        facts.DayStart.ToUnixTimeSeconds() % (60 * facts.Minutes) == 0;

    private async Task<IReadOnlyList<KnownAgent>> ReadAgentsAsync(
        SimulatedUnit unit, LocalDate day, IReadOnlyList<ServedQueue> served, List<string> remarks,
        CancellationToken token)
    {
        var codes = (await node.ItemsAsync<ActivityCode>(
                $"/organization/activity-codes?business_unit_id={unit.Business.Id}&removed=true", token))
            .ToDictionary(code => code.Id, code => code.Category);
        var (agents, nameless) = (new List<KnownAgent>(), 0);
        foreach (var part in unit.Units)
        {
            var days = await ReadDaysAsync(part, day, codes, token);
            foreach (var person in await ReadPeopleAsync(part, token))
            {
                var key = person.EmployeeNumber ?? person.UserName
                    ?? person.Sources.FirstOrDefault(source => !source.Gone)?.ExternalId;
                nameless += key is null && days.ContainsKey(person.Id) ? 1 : 0;
                if (key is not null)
                {
                    var own = days.GetValueOrDefault(person.Id, []);
                    agents.Add(new KnownAgent(person.Id, part.Id.Value, key, SkillsOf(person, served), own));
                }
            }
        }

        var known = agents.DistinctBy(agent => agent.Key).ToList();
        Remark(remarks, nameless,
            "have neither an employee number nor a user name nor an external id: nothing is told of them.");
        Remark(remarks, agents.Count - known.Count, "are called like somebody else: nothing is told of them.");
        return known;
    }

    private static void Remark(List<string> remarks, int agents, string what)
    {
        if (agents > 0)
        {
            remarks.Add($"{agents} agents {what}");
        }
    }

    private async Task<IReadOnlyList<AgentRowView>> ReadPeopleAsync(ManagementUnit unit, CancellationToken token)
    {
        var people = new List<AgentRowView>();
        while (true)
        {
            var part = await node.GetAsync<AgentListView>(
                $"/people?management_unit_id={unit.Id}&limit={MostPeople}&offset={people.Count}", token);
            people.AddRange(part.Items);
            if (part.Items.Count == 0 || people.Count >= part.Total)
            {
                return people;
            }
        }
    }

    private async Task<Dictionary<Guid, List<KnownDay>>> ReadDaysAsync(
        ManagementUnit unit, LocalDate day, Dictionary<ActivityCodeId, ActivityCategory> codes,
        CancellationToken token)
    {
        var first = LocalDatePattern.Iso.Format(day.PlusDays(-1));
        var grid = await node.GetAsync<GridView>(
            $"/schedules/grid?management_unit_id={unit.Id}&from={first}&days={DaysAround}", token);
        return grid.Agents.Where(agent => agent.Days.Count > 0).ToDictionary(
            agent => agent.Id, agent => agent.Days.Select(numbers => DayOf(grid, numbers, codes)).ToList());
    }

    /// <param name="numbers">As <see cref="GridAgentView"/> says.</param>
    private static KnownDay DayOf(
        GridView grid, long[] numbers, Dictionary<ActivityCodeId, ActivityCategory> codes)
    {
        var origin = Instant.FromDateTimeOffset(grid.Origin);
        var content = new DayContent(numbers.Skip(3).Chunk(4).Select(one => new PlannedActivity(
            (ActivityLayer)one[0], origin + Duration.FromMinutes(one[1]), (int)one[2],
            new ActivityCodeId(grid.ActivityCodeIds[(int)one[3]]))));
        return new KnownDay(
            grid.From.PlusDays((int)numbers[0]),
            [
                .. content.Visible().Select(one => (Planned: one, Activity: ActivityOf(codes, one.Code)))
                    .Where(one => one.Activity != AgentActivity.LoggedOut)
                    .Select(one => new TimedActivity(one.Planned.Start, one.Planned.End, one.Activity)),
            ]);
    }

    private static AgentActivity ActivityOf(
        Dictionary<ActivityCodeId, ActivityCategory> codes, ActivityCodeId code) => codes.GetValueOrDefault(
            code, ActivityCategory.OtherWork) switch
        {
            ActivityCategory.OnQueue => AgentActivity.OnQueue,
            ActivityCategory.Break => AgentActivity.Break,
            ActivityCategory.Meal => AgentActivity.Meal,
            ActivityCategory.Meeting => AgentActivity.Meeting,
            ActivityCategory.Training => AgentActivity.Training,
            ActivityCategory.OtherWork => AgentActivity.OtherWork,
            _ => AgentActivity.LoggedOut,
        };

    // Whoever is barely good enough at the worst of what a contact needs is the last to be chosen.
    private static IReadOnlyList<QueueSkill> SkillsOf(AgentRowView person, IReadOnlyList<ServedQueue> served)
    {
        var levels = person.Skills.ToDictionary(skill => skill.SkillId, skill => skill.Level);
        return
        [
            .. served.Where(queue => queue.Skills.All(needed =>
                    levels.TryGetValue(needed.SkillId.Value, out var level) && level >= needed.MinimumLevel))
                .Select(queue => new QueueSkill(
                    queue.Id, queue.Skills.Min(needed => (int?)levels[needed.SkillId.Value]) ?? HighestLevel)),
        ];
    }
}
