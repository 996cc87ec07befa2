using Muster.Scheduling.Problem;
using Muster.Scheduling.Rules;

namespace Muster.Scheduling.Bound;

/// <summary>Contracts that differ by days that must be off only: what one may work fits others too.</summary>
internal sealed class ClassFamilies
{
    private readonly int[][] _daysOff;
    private readonly int[][] _siblings;

    /// <param name="classes">Members with the same contract.</param>
    public ClassFamilies(SchedulingProblem problem, int[][] classes)
    {
        var people = classes.Select(members => problem.Employees[members[0]]).ToList();
        _daysOff = [.. people.Select(one =>
            one.Rules.Where(IsForced).Cast<DayOff>().Select(rule => rule.Day).ToArray())];
        // What is locked is locked for one person.
        _siblings = problem.Locked.Count > 0
            ? [.. classes.Select((_, one) => (int[])[one])]
            : [.. Enumerable.Range(0, classes.Length)
                .GroupBy(one => WithoutDays(people[one]), ContractComparer.Instance)
                .Select(family => family.ToArray())];
        Of = new int[classes.Length];
        for (var family = 0; family < _siblings.Length; family++)
        {
            Array.ForEach(_siblings[family], one => Of[one] = family);
        }
    }

    /// <summary>The family of each class.</summary>
    public int[] Of { get; }

    public int Count => _siblings.Length;

    /// <summary>The classes of the same family, itself among them.</summary>
    public int[] Siblings(int one) => _siblings[Of[one]];

    /// <param name="roster">Of a sibling: an option or -1 by day.</param>
    public bool MayWork(int one, int[] roster) => Array.TrueForAll(_daysOff[one], day => roster[day] < 0);

    private static bool IsForced(Rule rule) => rule is DayOff { IsHard: true };

    private static Employee WithoutDays(Employee employee) =>
        employee with { Rules = [.. employee.Rules.Where(rule => !IsForced(rule))] };
}
