using Muster.Adherence.Engine;
using Muster.Adherence.Events;
using Muster.Adherence.Results;
using Muster.Adherence.Rules;
using Muster.Adherence.Schedules;
using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Domain.Schedules;
using NodaTime;
using NodaTime.Text;

namespace Muster.Adherence.Tests;

/// <summary>One agent at one telephone on 2026-06-10, in UTC; times are written "09:30" or "09:30:15".</summary>
internal sealed class Desk
{
    public const string Source = "telephone";

    public static readonly LocalDate Day = new(2026, 6, 10);
    public static readonly BusinessUnitId Unit = new(new Guid(1, 1, 0, new byte[8]));
    public static readonly AgentId Agent = new(new Guid(2, 1, 0, new byte[8]));

    private long _seq;

    public Desk(AdherenceRules? rules = null)
    {
        Engine = new AdherenceEngine(At("00:00"), States);
        Engine.ApplyActivities(Enum.GetValues<ActivityCategory>().Select(category => new ActivityFacts(
            Code(category), category, category is not (ActivityCategory.Meal or ActivityCategory.Break))));
        Engine.ApplyRules(Unit, RuleVersions.Empty.Set(null, rules ?? Rules()));
        Engine.ApplyAgents([new AgentPlace(Agent, Unit, DateTimeZone.Utc)]);
    }

    public StateTable States { get; } = new();

    public AdherenceEngine Engine { get; }

    public AgentStatus Status => Engine.Of(Agent)!;

    public static AdherenceRules Rules(params CategoryRule[] categories) => new()
    {
        Mappings =
        [
            new StateMapping(Source, "Ready", StateMeaning.OnQueue),
            new StateMapping(Source, "Away", StateMeaning.Unavailable),
            new StateMapping(Source, "Away", StateMeaning.Meal, "Lunch"),
            new StateMapping(Source, "Away", StateMeaning.Break, "Break"),
            new StateMapping(Source, "Away", StateMeaning.Training, "Training"),
            new StateMapping(Source, "Gone", StateMeaning.LoggedOut),
            new StateMapping(Source, "Ringing", StateMeaning.Unchanged),
            new StateMapping(Source, "Test", StateMeaning.Ignored),
        ],
        Categories = categories,
    };

    public static ActivityCodeId Code(ActivityCategory category) => new(new Guid((int)category + 1, 5, 0, new byte[8]));

    /// <summary>"+07:00" is 07:00 of the next day.</summary>
    public static Instant At(string time)
    {
        var clock = LocalTimePattern.CreateWithInvariantCulture(time.Length > 6 ? "HH:mm:ss" : "HH:mm")
            .Parse(time.TrimStart('+')).Value;
        return Day.PlusDays(time[0] == '+' ? 1 : 0).At(clock).InUtc().ToInstant();
    }

    public static Interval Between(string from, string to) => new(At(from), At(to));

    public static PlannedActivity Plan(ActivityLayer layer, string from, string to, ActivityCategory category) =>
        new(layer, At(from), (int)(At(to) - At(from)).TotalMinutes, Code(category));

    public Desk Schedule(int version, Instant? toldAt, params PlannedActivity[] activities)
    {
        Engine.ApplySchedules([new ScheduleVersion(Agent, Day, version, toldAt, new DayContent(activities))]);
        return this;
    }

    /// <summary>A day with calls, and what lies over them.</summary>
    public Desk Calls(string from, string to, params PlannedActivity[] inside) =>
        Schedule(1, null, [Plan(ActivityLayer.Work, from, to, ActivityCategory.OnQueue), .. inside]);

    public ApplyCounts State(string at, string state, string? reason = null) =>
        Engine.ApplyEvents([Event(at, state, reason)]);

    public StateEvent Event(string at, string state, string? reason = null) =>
        new(Agent, At(at), States.Add(new SourceState(Source, state, reason)), ++_seq);

    /// <summary>It is that time, and the source was heard.</summary>
    public Desk Now(string at)
    {
        Engine.Heard(States.AddSource(Source), At(at));
        Engine.Advance(At(at));
        return this;
    }

    public IReadOnlyList<AdherenceException> Exceptions(string from = "00:00", string to = "+23:00") =>
        Engine.Exceptions(Agent, Between(from, to));

    /// <summary>"Out Negative 12:30:00-12:31:00".</summary>
    public IEnumerable<string> Told(string from = "00:00", string to = "+23:00") => Exceptions(from, to).Select(one =>
        $"{one.Verdict} {one.Impact} {Clock(one.Start)}-{Clock(one.End)}");

    public AdherenceTotals Sum(string from, string to)
    {
        var totals = new List<IntervalTotals>();
        Engine.Totals(Agent, Between(from, to), totals);
        var sum = new AdherenceTotals();
        totals.ForEach(one => sum.Add(one.Totals));
        return sum;
    }

    public static string Clock(Instant at) => InstantPattern.CreateWithInvariantCulture("HH:mm:ss").Format(at);
}
