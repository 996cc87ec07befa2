using Muster.Scheduling.Content;
using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Score;

/// <summary>Coverage per interval, from nothing, and whether each shift holds what a shift may hold.</summary>
internal static class IntervalScoring
{
    public static ScheduleScore Of(SchedulingProblem problem, IntervalDemand demand, Schedule schedule)
    {
        var grid = new ShiftGrid(problem, demand);
        var have = demand.StretchMinutes > 0 ? Assigned(grid, schedule) : Pooled(problem, grid, schedule);
        var score = new ScheduleScore(ContentChecks.Breaches(problem, demand, schedule), 0);
        for (var row = 0; row < have.Length; row++)
        {
            score += new ScheduleScore(grid.Needs[row].ShortOf(have[row]), grid.Needs[row].CostOf(have[row]));
        }

        return score;
    }

    public static int[] Served(SchedulingProblem problem, IntervalDemand demand, Schedule schedule)
    {
        var grid = new ShiftGrid(problem, demand);
        var have = demand.StretchMinutes > 0 ? Assigned(grid, schedule) : Pooled(problem, grid, schedule);
        return have.AsSpan(grid.Before * grid.Groups, demand.Needs.Count).ToArray();
    }

    private static int[] Assigned(ShiftGrid grid, Schedule schedule)
    {
        var have = new int[grid.Needs.Length];
        Walk(grid, schedule, (_, interval, activity) => have[(interval * grid.Groups) + activity]++);
        return have;
    }

    private static int[] Pooled(SchedulingProblem problem, ShiftGrid grid, Schedule schedule)
    {
        var masks = problem.Employees.Select(SkillSets.MaskOf).ToArray();
        uint[] sets = [.. masks.Distinct()];
        var split = new SupplySplit(grid.Intervals, grid.Groups, sets, (row, have) =>
            grid.Needs[row].CostOf(have) + (grid.Needs[row].ShortOf(have) * 1_000_000L));
        Walk(grid, schedule, (employee, interval, _) => split.Add(interval, Array.IndexOf(sets, masks[employee])));
        return split.Have.ToArray();
    }

    private static void Walk(ShiftGrid grid, Schedule schedule, Action<int, int, short> work)
    {
        for (var cell = 0; cell < schedule.Employees * schedule.Days; cell++)
        {
            var (employee, day) = (cell / schedule.Days, cell % schedule.Days);
            var activities = schedule.ActivitiesOf(employee, day);
            for (var slot = 0; slot < activities.Length; slot++)
            {
                if (activities[slot] >= Activity.AllGroups)
                {
                    work(employee, grid.FirstOf(day, schedule[employee, day]) + slot, activities[slot]);
                }
            }
        }
    }
}
