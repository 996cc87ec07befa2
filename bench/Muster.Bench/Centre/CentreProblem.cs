using Muster.Evaluation.Centres;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Rules;

namespace Muster.Bench.Centre;

/// <summary>A centre as the engine's problem, and the engine's schedule as a solution.</summary>
internal static class CentreProblem
{
    public static SchedulingProblem Of(CentreInstance instance)
    {
        var plans = instance.Agents.Select(agent => agent.Plan).Distinct().ToList();
        var shifts = plans.ToDictionary(plan => plan, plan => Shifts(plan).ToArray());
        var options = shifts.Values.SelectMany(all => all).ToList();
        var first = plans.ToDictionary(plan => plan, plan => options.IndexOf(shifts[plan][0]));
        var rules = plans.ToDictionary(plan => plan, plan => Rules(instance, plan).ToArray());
        return new SchedulingProblem
        {
            Days = instance.Days,
            Options = options,
            Demand = new IntervalDemand
            {
                Groups = instance.Groups,
                IntervalMinutes = CentreInstance.SlotMinutes,
                Needs = [.. from slot in Enumerable.Range(0, instance.Slots)
                            from @group in Enumerable.Range(0, instance.Groups.Count)
                            let required = instance.Required[@group, slot]
                            select new Need(
                                required, required, CentreInstance.UnderWeight, CentreInstance.OverWeight)],
            },
            Employees = [.. instance.Agents.Select(agent => new Employee
            {
                Name = agent.Id,
                Options = [.. Enumerable.Range(first[agent.Plan], shifts[agent.Plan].Length)],
                Groups = [.. Enumerable.Range(0, instance.Groups.Count).Where(g => (agent.Skills >> g & 1) != 0)],
                Rules = [.. rules[agent.Plan], .. agent.DaysOff.Order().Select(day => new DayOff(day))],
            })],
        };
    }

    public static CentreSolution Solution(CentreInstance instance, SchedulingProblem problem, Schedule schedule) =>
        new([.. from agent in Enumerable.Range(0, schedule.Employees)
                from day in Enumerable.Range(0, schedule.Days)
                where schedule[agent, day] != Schedule.Off
                select Shift(
                    instance.Agents[agent].Id,
                    (day * CentreInstance.SlotsPerDay)
                        + (problem.Options[schedule[agent, day]].Start / CentreInstance.SlotMinutes),
                    schedule.ActivitiesOf(agent, day))]);

    private static IEnumerable<ShiftOption> Shifts(WorkPlan plan) => new GeneratedShifts
    {
        Starts = [(plan.EarliestStart * CentreInstance.SlotMinutes,
            (plan.LatestStart * CentreInstance.SlotMinutes) + 1)],
        MinLength = plan.Presence(plan.MinShiftMinutes),
        MaxLength = plan.Presence(plan.MaxShiftMinutes),
        LengthStep = 30,
        Kind = plan.Name,
        // No plan has shifts on both sides of a length from which on there are more rests.
        Breaks = [.. plan.RestsOf(plan.MinShiftMinutes).Select(rest => new ShiftBreak
        {
            Name = rest.Name,
            Minutes = rest.Minutes,
            Paid = rest.IsPaid,
            EarliestAfterStart = rest.Earliest,
            LatestAfterStart = rest.Latest,
            EndsBeforeStop = CentreInstance.MinWorkMinutes,
            MinGap = CentreInstance.MinWorkMinutes,
        })],
    }.All();

    private static IEnumerable<Rule> Rules(CentreInstance instance, WorkPlan plan) =>
    [
        new WorkingDays(plan.MinDaysPerWeek, plan.MaxDaysPerWeek),
        new PaidTime(plan.MinMinutesPerWeek, plan.MaxMinutesPerWeek, RuleSpan.Week),
        new RestBetweenShifts(CentreInstance.MinRestMinutes),
        new ConsecutiveDaysOn(1, CentreInstance.MaxConsecutiveDays),
        new Weekends(instance.MaxWeekends),
    ];

    private static CentreShift Shift(string agent, int start, ReadOnlySpan<short> activities)
    {
        var rests = new List<CentreRest>();
        for (var slot = 0; slot < activities.Length; slot++)
        {
            var from = slot;
            while (slot < activities.Length && activities[slot] == Activity.Pause)
            {
                slot++;
            }

            if (slot > from)
            {
                rests.Add(new(start + from, slot - from));
            }
        }

        return new(agent, start, activities.Length, rests);
    }
}
