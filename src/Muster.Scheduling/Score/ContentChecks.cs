using Muster.Scheduling.Content;
using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Score;

/// <summary>Whether shifts are right inside: pauses in their windows, stretches long enough, skills.</summary>
internal static class ContentChecks
{
    /// <summary>How many shifts are not.</summary>
    public static long Breaches(SchedulingProblem problem, IntervalDemand demand, Schedule schedule) =>
        Misfits(problem, demand, schedule).Count;

    /// <summary>Which shifts are not.</summary>
    public static IReadOnlyList<Cell> Misfits(SchedulingProblem problem, IntervalDemand demand, Schedule schedule)
    {
        var grid = new ShiftGrid(problem, demand);
        var plans = problem.Options.Select(option => PausePlan.Of(option, grid)).ToArray();
        var least = grid.SlotsOf(demand.StretchMinutes);
        var wrong = new List<Cell>();
        for (var employee = 0; employee < schedule.Employees; employee++)
        {
            for (var day = 0; day < schedule.Days; day++)
            {
                var option = schedule[employee, day];
                var content = schedule.ActivitiesOf(employee, day);
                var isRight = option < 0
                    ? content.Length == 0
                    : content.Length == grid.Slots[option]
                        && HasPauses(plans[option], content)
                        && HasStretches(problem.Employees[employee], content, least);
                if (!isRight)
                {
                    wrong.Add(new Cell(employee, day));
                }
            }
        }

        return wrong;
    }

    private static bool HasPauses(PausePlan plan, ReadOnlySpan<short> content)
    {
        var slot = 0;
        for (var pause = 0; pause < plan.Count; pause++)
        {
            var ended = slot;
            while (slot < content.Length && content[slot] != Activity.Pause)
            {
                slot++;
            }

            var fits = slot >= plan.Earliest[pause] && slot <= plan.Latest[pause]
                && (pause == 0 || slot - ended >= plan.Gap[pause])
                && slot + plan.Length[pause] <= content.Length
                && !content.Slice(slot, plan.Length[pause]).ContainsAnyExcept(Activity.Pause);
            if (!fits)
            {
                return false;
            }

            slot += plan.Length[pause];
        }

        return !content[slot..].Contains(Activity.Pause);
    }

    private static bool HasStretches(Employee employee, ReadOnlySpan<short> content, int least)
    {
        var start = 0;
        for (var slot = 1; least > 0 && slot <= content.Length; slot++)
        {
            if (slot < content.Length && content[slot] == content[start])
            {
                continue;
            }

            if (slot - start < least || !employee.Groups.Contains(content[start]))
            {
                return false;
            }

            start = slot;
        }

        return true;
    }
}
