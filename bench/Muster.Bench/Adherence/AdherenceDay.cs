using Muster.Adherence.Engine;
using Muster.Adherence.Events;
using Muster.Adherence.Rules;
using Muster.Adherence.Schedules;
using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Domain.Schedules;
using NodaTime;

namespace Muster.Bench.Adherence;

/// <summary>A day of a contact centre: shifts of eight hours with breaks and a meal, and each agent's events.</summary>
internal sealed class AdherenceDay
{
    private static readonly LocalDate Day = new(2026, 3, 10);

    private static readonly BusinessUnitId Unit = new(new Guid(1, 0, 0, new byte[8]));

    private readonly ScheduleVersion[] _schedules;

    public AdherenceDay(int agents, int eventsEach, int seed)
    {
        var random = new Random(seed);
        var codes = Activities.Select(one => one.Id).ToArray();
        string[] names = ["Ready", "Talking", "Away", "Lunch", "Gone"];
        Array.ForEach(names, name => States.Add(new SourceState("telephone", name, null)));
        Agents = [.. Enumerable.Range(0, agents).Select(i => new AgentId(new Guid(i, 7, 0, new byte[8])))];
        _schedules = new ScheduleVersion[agents];
        var events = new List<StateEvent>(agents * eventsEach);
        foreach (var (i, agent) in Agents.Index())
        {
            var start = Span.Start + Duration.FromMinutes(15 * random.Next(0, 60));
            _schedules[i] = new ScheduleVersion(agent, Day, 1, null, Shift(start, codes));
            for (var j = 0; j < eventsEach; j++)
            {
                var at = start + Duration.FromMilliseconds(random.NextInt64(8 * 3_600_000));
                events.Add(new StateEvent(agent, at, random.Next(names.Length), 0));
            }
        }

        Events = [.. events.OrderBy(one => one.At).Index().Select(one => one.Item with { Seq = one.Index + 1 })];
    }

    public AgentId[] Agents { get; }

    /// <summary>In order of time.</summary>
    public StateEvent[] Events { get; }

    public StateTable States { get; } = new();

    public Interval Span { get; } = new(
        Day.AtMidnight().InUtc().ToInstant(), Day.PlusDays(1).AtMidnight().InUtc().ToInstant());

    private static ActivityFacts[] Activities { get; } =
    [
        .. ((ActivityCategory[])[ActivityCategory.OnQueue, ActivityCategory.Break, ActivityCategory.Meal])
            .Select((category, i) => new ActivityFacts(
                new ActivityCodeId(new Guid(i + 1, 9, 0, new byte[8])), category,
                category == ActivityCategory.OnQueue)),
    ];

    /// <summary>An engine that has the schedules and no event yet.</summary>
    public AdherenceEngine Engine()
    {
        var engine = new AdherenceEngine(Span.Start, States);
        engine.ApplyActivities(Activities);
        engine.ApplyRules(Unit, RuleVersions.Empty.Set(null, Rules()));
        engine.ApplyAgents(Agents.Select(agent => new AgentPlace(agent, Unit, DateTimeZone.Utc)));
        engine.ApplySchedules(_schedules);
        return engine;
    }

    private static DayContent Shift(Instant start, ActivityCodeId[] codes) => new(
    [
        new PlannedActivity(ActivityLayer.Work, start, 480, codes[0]),
        new PlannedActivity(ActivityLayer.Inside, start + Duration.FromMinutes(120), 15, codes[1]),
        new PlannedActivity(ActivityLayer.Inside, start + Duration.FromMinutes(240), 30, codes[2]),
        new PlannedActivity(ActivityLayer.Inside, start + Duration.FromMinutes(390), 15, codes[1]),
    ]);

    private static AdherenceRules Rules()
    {
        var terms = new AdherenceTerms
        {
            StartEarlySeconds = 300,
            StartLateSeconds = 120,
            EndEarlySeconds = 60,
            EndLateSeconds = 300,
        };
        return new AdherenceRules
        {
            Mappings =
            [
                new StateMapping("telephone", "Ready", StateMeaning.OnQueue),
                new StateMapping("telephone", "Talking", StateMeaning.OnQueue),
                new StateMapping("telephone", "Away", StateMeaning.Break),
                new StateMapping("telephone", "Lunch", StateMeaning.Meal),
                new StateMapping("telephone", "Gone", StateMeaning.LoggedOut),
            ],
            Categories = [.. Activities.Select(one => new CategoryRule(one.Category, terms))],
        };
    }
}
