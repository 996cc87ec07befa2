using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Score;

/// <summary>Coverage per day and shift type, from nothing.</summary>
internal static class ShiftScoring
{
    public static ScheduleScore Of(SchedulingProblem problem, Schedule schedule)
    {
        var have = Served(problem, schedule);
        var score = default(ScheduleScore);
        for (var row = 0; row < have.Length; row++)
        {
            var need = problem.Demand.Needs[row];
            score += new ScheduleScore(need.ShortOf(have[row]), need.CostOf(have[row]));
        }

        return score;
    }

    public static int[] Served(SchedulingProblem problem, Schedule schedule)
    {
        var have = new int[problem.Demand.Needs.Count];
        for (var employee = 0; employee < schedule.Employees; employee++)
        {
            for (var day = 0; day < schedule.Days; day++)
            {
                if (schedule[employee, day] is >= 0 and var option)
                {
                    have[(day * problem.Options.Count) + option]++;
                }
            }
        }

        return have;
    }
}
