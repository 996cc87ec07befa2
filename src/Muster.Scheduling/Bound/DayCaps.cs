using Muster.Scheduling.Problem;
using Muster.Scheduling.Rules;

namespace Muster.Scheduling.Bound;

/// <summary>
/// Where the days off of single people are left out of their contracts: so many of each contract can work on each day
/// at most. Each cap is a row that has a price, behind the rows of demand.
/// </summary>
internal sealed class DayCaps
{
    /// <summary>Of one more, where days off must be kept: more only lowers the bound.</summary>
    private const int Hard = 1_000;

    private readonly SchedulingProblem _problem;
    private readonly int _first;

    /// <param name="problem">With all days off.</param>
    /// <param name="classes">Members with the same contract but for days off; empty: nothing is left out.</param>
    public DayCaps(SchedulingProblem problem, int[][] classes)
    {
        (_problem, _first) = (problem, problem.Demand.Needs.Count);
        Needs = [.. classes.SelectMany(members => AllOf(members))];
    }

    /// <summary>By contract and day.</summary>
    public IReadOnlyList<Need> Needs { get; }

    public bool IsAny => Needs.Count > 0;

    public int RowOf(int one, int day) => _first + (one * _problem.Days) + day;

    private IEnumerable<Need> AllOf(IReadOnlyCollection<int> members) =>
        Enumerable.Range(0, _problem.Days).Select(day => NeedOn(day, members));

    // One more than can work costs the cheapest of their days off.
    private Need NeedOn(int day, IReadOnlyCollection<int> members)
    {
        var off = members.Select(member => _problem.Employees[member].Rules.OfType<DayOff>()
            .Where(rule => rule.Day == day).ToList()).Where(rules => rules.Count > 0).ToList();
        var over = off.Select(rules => rules.Max(rule => rule.Penalty ?? Hard)).DefaultIfEmpty(0).Min();
        return new Need(0, members.Count - off.Count, 0, Math.Min(over, Hard));
    }
}
