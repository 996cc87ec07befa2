namespace Muster.Scheduling.Problem;

/// <summary>Sets of cells that a build must leave alone.</summary>
public static class Locks
{
    /// <summary>Locks everything but the given employees on the days <c>[fromDay, toDay)</c>.</summary>
    public static IReadOnlySet<Cell> AllBut(
        SchedulingProblem problem, IReadOnlySet<int> employees, int fromDay, int toDay)
    {
        var cells = from employee in Enumerable.Range(0, problem.Employees.Count)
                    from day in Enumerable.Range(0, problem.Days)
                    where !employees.Contains(employee) || day < fromDay || day >= toDay
                    select new Cell(employee, day);
        return cells.ToHashSet();
    }
}
