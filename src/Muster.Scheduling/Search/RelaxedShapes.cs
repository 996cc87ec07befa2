using Muster.Scheduling.Explain;
using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Search;

/// <summary>
/// The shapes of all employees. Where somebody has no roster, contradicting rules are found and may be broken at a cost
/// from then on. Changed only while no lane runs beside another.
/// </summary>
internal sealed class RelaxedShapes
{
    private readonly SuccessionCache _cache = new();
    private readonly SchedulingProblem _problem;
    private readonly HashSet<int> _known = [];
    private readonly List<Contradiction> _found = [];

    public RelaxedShapes(SchedulingProblem problem)
    {
        _problem = problem;
        Shapes = [.. Enumerable.Range(0, problem.Employees.Count)
            .Select(employee => ShapeBuilder.Of(_cache, problem, employee, new HashSet<int>()))];
    }

    public AgentShape[] Shapes { get; }

    public IReadOnlyList<Contradiction> Found => _found;

    /// <summary>A roster that keeps all hard rules, as if nobody was needed; null: none was found.</summary>
    public int[]? ValidOf(int employee)
    {
        var solo = new SoloRoster(_problem, employee);
        var hard = _problem.Employees[employee].Rules.Where(rule => rule.IsHard).ToList();
        return solo.BreachesWith(hard, new HashSet<int>()) == 0 ? solo.Found : null;
    }

    /// <returns>True: rules contradict, and the shape is another one now.</returns>
    public bool Relax(int employee)
    {
        if (!_known.Add(employee))
        {
            return false;
        }

        var contradictions = ContradictionFinder.Of(_problem, employee);
        _found.AddRange(contradictions);
        var rules = _problem.Employees[employee].Rules;
        var broken = contradictions.Select(contradiction => contradiction.Relaxed).ToList();
        var relaxed = Enumerable.Range(0, rules.Count).Where(index => broken.Contains(rules[index])).ToHashSet();
        Shapes[employee] = ShapeBuilder.Of(_cache, _problem, employee, relaxed);
        return contradictions.Count > 0;
    }
}
