using Muster.Domain.Organization;
using Muster.Domain.Outcomes;
using Muster.Domain.People;
using Muster.Domain.Schedules;
using Muster.Domain.Time;
using Muster.Server.Scheduling;
using NodaTime;

namespace Muster.Server.Schedules;

/// <summary>The schedule of a build as activities of the business unit's codes.</summary>
internal sealed class BuildContent
{
    private const int NumbersBeforeActivities = 3;

    private readonly ScheduleUnit _unit;
    private readonly ScheduleDraft _draft;
    private readonly BuiltSchedule _built;
    private readonly IReadOnlyList<ActivityCodeId?> _codes;
    private readonly ActivityCodeId _work;

    private BuildContent(
        ScheduleUnit unit, ScheduleDraft draft, BuiltSchedule built, IReadOnlyList<ActivityCodeId?> codes,
        ActivityCodeId work) => (_unit, _draft, _built, _codes, _work) = (unit, draft, built, codes, work);

    /// <summary>All days of all agents of the build, free ones too.</summary>
    public static Outcome<IEnumerable<(AgentId Agent, LocalDate Day, DayContent Content)>> Of(
        ScheduleUnit unit, ScheduleDraft draft, string text)
    {
        var inUse = unit.Organization.ActivityCodes.InUse.Where(code => code.BusinessUnitId == unit.Business.Id)
            .OrderBy(code => code.Id.Value).ToList();
        if (inUse.FirstOrDefault(code => code.Category == ActivityCategory.OnQueue) is not { } work)
        {
            return new Refusal.Invalid("build_id",
                $"cannot be written down: {unit.Business.Name} has no activity code for work on a queue.\n"
                + "Maybe add one under People > Organization.");
        }

        var built = BuiltSchedule.Read(text);
        var codes = built.Activities.Select(activity => CodeOf(activity, inUse)).ToList();
        var missing = built.Activities.Zip(codes).Where(pair => pair is { First.Kind: not "work", Second: null })
            .Select(pair => pair.First.Name).Distinct().ToList();
        return missing.Count > 0
            ? new Refusal.Invalid("build_id",
                $"cannot be written down: {unit.Business.Name} has no activity code for {string.Join(", ", missing)}.")
            : Outcome(new BuildContent(unit, draft, built, codes, work.Id).All());
    }

    private static Outcome<IEnumerable<(AgentId, LocalDate, DayContent)>> Outcome(
        IEnumerable<(AgentId, LocalDate, DayContent)> days) => days.ToList();

    private static ActivityCodeId? CodeOf(BuiltActivity activity, List<ActivityCode> codes) => activity.Kind switch
    {
        "work" => null,
        "meeting" => codes.FirstOrDefault(code => code.Category == ActivityCategory.Meeting)?.Id,
        _ => (codes.FirstOrDefault(code => code.Name == activity.Name)
            ?? codes.FirstOrDefault(code => code.Paid == activity.Paid
                && code.Category is ActivityCategory.Break or ActivityCategory.Meal))?.Id,
    };

    private IEnumerable<(AgentId Agent, LocalDate Day, DayContent Content)> All() =>
        from agent in _built.Agents
        from day in Enumerable.Range(0, _draft.Days)
        let shifts = agent.Shifts.Where(shift => shift[0] == day)
        select (new AgentId(agent.Id), _draft.FirstDay.PlusDays(day),
            new DayContent(shifts.SelectMany(shift => Shift(day, shift))));

    private IEnumerable<PlannedActivity> Shift(int day, IReadOnlyList<int> shift)
    {
        // Elapsed minutes, not what clocks show: on some days clocks are moved.
        var start = Days.Start(_draft.FirstDay.PlusDays(day), _unit.Zone) + Duration.FromMinutes(shift[1]);
        yield return new PlannedActivity(ActivityLayer.Work, start, shift[2], _work);
        var at = start;
        for (var i = NumbersBeforeActivities; i + 1 < shift.Count; i += 2)
        {
            if (_codes[shift[i]] is { } code)
            {
                yield return new PlannedActivity(ActivityLayer.Inside, at, shift[i + 1], code);
            }

            at += Duration.FromMinutes(shift[i + 1]);
        }
    }
}
