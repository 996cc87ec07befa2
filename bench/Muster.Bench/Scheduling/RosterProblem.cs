using Muster.Evaluation.Rosters;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Rules;

namespace Muster.Bench.Scheduling;

/// <summary>A published roster as the engine's problem, and the engine's schedule as a solution.</summary>
internal static class RosterProblem
{
    public static SchedulingProblem Of(RosterInstance instance)
    {
        var option = instance.Shifts.Index().ToDictionary(shift => shift.Item.Id, shift => shift.Index);
        var needs = new Need[instance.Days * instance.Shifts.Count];
        foreach (var cover in instance.Cover)
        {
            needs[(cover.Day * instance.Shifts.Count) + option[cover.Shift]] =
                new(cover.Required, cover.Required, cover.UnderWeight, cover.OverWeight);
        }

        var successions = instance.Shifts.Where(shift => shift.NotBefore.Count > 0)
            .Select(shift => new ForbiddenSuccession(option[shift.Id], [.. shift.NotBefore.Select(id => option[id])]))
            .ToList();
        var wishes = Wishes(instance, option);
        return new SchedulingProblem
        {
            Days = instance.Days,
            Options = [.. instance.Shifts.Select(shift => new ShiftOption { Name = shift.Id, Length = shift.Minutes })],
            Demand = new ShiftDemand { Needs = needs },
            Employees = [.. instance.Employees.Select(employee => new Employee
            {
                Name = employee.Id,
                Options = [.. option.Where(o => employee.MaxShifts.GetValueOrDefault(o.Key) > 0).Select(o => o.Value)],
                Rules =
                [
                    .. Contract(employee, option), .. successions,
                    .. instance.DaysOff[employee.Id].Select(day => new DayOff(day)), .. wishes[employee.Id],
                ],
            })],
        };
    }

    public static RosterSolution Solution(RosterInstance instance, Schedule schedule) => new(instance.Employees.Index()
        .ToDictionary(
            employee => employee.Item.Id,
            employee => (IReadOnlyList<string?>)[.. schedule.Of(employee.Index).ToArray()
                .Select(option => option == Schedule.Off ? null : instance.Shifts[option].Id)]));

    private static IEnumerable<Rule> Contract(RosterEmployee employee, Dictionary<string, int> option) =>
    [
        new PaidTime(employee.MinMinutes, employee.MaxMinutes),
        new ConsecutiveDaysOn(employee.MinConsecutiveShifts, employee.MaxConsecutiveShifts),
        new ConsecutiveDaysOff(employee.MinConsecutiveDaysOff),
        new Weekends(employee.MaxWeekends),
        .. employee.MaxShifts.Where(most => most.Value > 0)
            .Select(most => new ShiftCount([option[most.Key]], 0, most.Value)),
    ];

    private static ILookup<string, Rule> Wishes(RosterInstance instance, Dictionary<string, int> option)
    {
        var on = instance.OnRequests.Select(wish => (wish.Employee,
            (Rule)new FixedShift(wish.Day, option[wish.Shift]) { Penalty = wish.Weight }));
        var off = instance.OffRequests.Select(wish => (wish.Employee,
            (Rule)new UnwantedShift(wish.Day, option[wish.Shift]) { Penalty = wish.Weight }));
        return on.Concat(off).ToLookup(wish => wish.Employee, wish => wish.Item2);
    }
}
