using System.Globalization;
using Muster.Evaluation.Tours;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Rules;

namespace Muster.Bench.Scheduling;

/// <summary>A published tour instance as the engine's problem, and the engine's schedule as a solution.</summary>
internal static class TourProblem
{
    private const int Morning = 6 * 60;
    private const int Day = 24 * 60;

    private static readonly GeneratedShifts Shifts = new()
    {
        Starts = [(0, 0), (6 * 60, (10 * 60) + 1), (14 * 60, (18 * 60) + 1), (20 * 60, 24 * 60)],
        MinLength = TourRules.MinShiftSlots * TourRules.SlotMinutes,
        MaxLength = TourRules.MaxShiftSlots * TourRules.SlotMinutes,
    };

    public static SchedulingProblem Of(TourInstance instance)
    {
        var options = Shifts.All().ToList();
        var groups = Enumerable.Range(0, instance.Tasks).ToList();
        Rule[] rules =
        [
            new RestBetweenShifts(TourRules.MinRestSlots * TourRules.SlotMinutes),
            new ConsecutiveDaysOn(1, TourRules.MaxConsecutiveDays),
            new InsidePeriod(Morning, (instance.Days * Day) + Morning),
        ];
        return new SchedulingProblem
        {
            // The last calendar day has the hours to 06:00.
            Days = instance.Days + 1,
            Options = options,
            Demand = new IntervalDemand
            {
                Groups = [.. groups.Select(group => (group + 1).ToString(CultureInfo.InvariantCulture))],
                IntervalMinutes = TourRules.SlotMinutes,
                OffsetMinutes = Morning,
                StretchMinutes = TourRules.MinStretchSlots * TourRules.SlotMinutes,
                Needs = [.. Enumerable.Range(0, instance.Slots)
                    .SelectMany(slot => groups.Select(group => NeedOf(instance, slot, group)))],
            },
            Employees = [.. instance.Employees.Select(employee => new Employee
            {
                Name = employee.Id,
                Groups = groups,
                Rules = [new PaidTime(employee.MinMinutes, employee.MaxMinutes), .. rules],
            })],
        };
    }

    public static TourSolution Solution(TourInstance instance, SchedulingProblem problem, Schedule schedule) =>
        new([.. from employee in Enumerable.Range(0, schedule.Employees)
                from day in Enumerable.Range(0, schedule.Days)
                where schedule[employee, day] != Schedule.Off
                select new TourShift(
                    instance.Employees[employee].Id,
                    TourRules.SlotOf(
                        day + 1, problem.Options[schedule[employee, day]].Start / TourRules.SlotMinutes),
                    Stretches(schedule.ActivitiesOf(employee, day)))]);

    private static Need NeedOf(TourInstance instance, int slot, int task) =>
        new(instance.MinCover[slot, task], instance.MaxCover[slot, task], 0, 0) { HardLeast = true, OverSquare = 1 };

    private static List<TourStretch> Stretches(ReadOnlySpan<short> activities)
    {
        var stretches = new List<TourStretch>();
        var from = 0;
        for (var slot = 1; slot <= activities.Length; slot++)
        {
            if (slot == activities.Length || activities[slot] != activities[from])
            {
                stretches.Add(new(activities[from] + 1, slot - from));
                from = slot;
            }
        }

        return stretches;
    }
}
