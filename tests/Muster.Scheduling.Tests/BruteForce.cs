using Muster.Scheduling.Problem;
using Muster.Scheduling.Score;

namespace Muster.Scheduling.Tests;

/// <summary>Every roster there is, one after the other.</summary>
internal static class BruteForce
{
    /// <summary>All rosters of one employee.</summary>
    public static IEnumerable<int[]> Rosters(SchedulingProblem problem)
    {
        var choices = problem.Options.Count + 1;
        var count = (int)Math.Pow(choices, problem.Days);
        for (var code = 0; code < count; code++)
        {
            var roster = new int[problem.Days];
            var rest = code;
            for (var day = 0; day < problem.Days; day++)
            {
                roster[day] = (rest % choices) - 1;
                rest /= choices;
            }

            yield return roster;
        }
    }

    /// <summary>The best score there is; null: too many schedules.</summary>
    public static ScheduleScore? Best(SchedulingProblem problem, int most)
    {
        var each = Math.Pow(problem.Options.Count + 1, problem.Days);
        if (Math.Pow(each, problem.Employees.Count) > most)
        {
            return null;
        }

        var schedule = new Schedule(problem.Employees.Count, problem.Days);
        return BestFrom(problem, schedule, 0);
    }

    private static ScheduleScore BestFrom(SchedulingProblem problem, Schedule schedule, int employee)
    {
        if (employee == problem.Employees.Count)
        {
            return Scoring.Of(problem, schedule);
        }

        var best = new ScheduleScore(long.MaxValue, 0);
        foreach (var roster in Rosters(problem))
        {
            for (var day = 0; day < problem.Days; day++)
            {
                schedule.Set(employee, day, roster[day], ContentOf(problem, roster[day]));
            }

            var score = BestFrom(problem, schedule, employee + 1);
            best = score < best ? score : best;
        }

        return best;
    }

    // Only of shifts without breaks, whose people are split over their groups.
    private static short[] ContentOf(SchedulingProblem problem, int option) =>
        option < 0 || problem.Demand is not IntervalDemand demand ? []
            : [.. Enumerable.Repeat(Activity.AllGroups, problem.Options[option].Length / demand.IntervalMinutes)];
}
