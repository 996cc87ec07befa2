using Muster.Scheduling.Explain;
using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Search;

/// <summary>The shapes of all employees, in which contradicting rules may be broken at a cost.</summary>
internal sealed record RelaxedShapes(AgentShape[] Shapes, IReadOnlyList<Contradiction> Contradictions)
{
    // A longer period is not walked as a whole: its counts are many.
    private const int MostDays = 56;

    public static RelaxedShapes Of(SchedulingProblem problem)
    {
        var (cache, program) = (new SuccessionCache(), new HorizonProgram());
        var (shapes, found) = (new AgentShape[problem.Employees.Count], new List<Contradiction>());
        for (var employee = 0; employee < shapes.Length; employee++)
        {
            shapes[employee] = ShapeBuilder.Of(cache, problem, employee, new HashSet<int>());
            if (HasRoster(program, shapes[employee], problem.Days))
            {
                continue;
            }

            var contradictions = ContradictionFinder.Of(problem, employee);
            found.AddRange(contradictions);
            shapes[employee] = ShapeBuilder.Of(cache, problem, employee, Relaxed(problem, employee, contradictions));
        }

        return new RelaxedShapes(shapes, found);
    }

    private static HashSet<int> Relaxed(
        SchedulingProblem problem, int employee, IReadOnlyList<Contradiction> contradictions)
    {
        var rules = problem.Employees[employee].Rules;
        var broken = contradictions.Select(contradiction => contradiction.Relaxed).ToList();
        return [.. Enumerable.Range(0, rules.Count).Where(index => broken.Contains(rules[index]))];
    }

    // One look, without steering side counts; where it is not enough, the finder looks closer.
    private static bool HasRoster(HorizonProgram program, AgentShape shape, int days)
    {
        var empty = new int[days];
        Array.Fill(empty, -1);
        var window = new DayWindow(0, Math.Min(days, MostDays));
        var isFound = program.Solve(shape, window, empty, shape.Costs, window.To)
            && program.Value < Weights.Breach * Weights.Scale;
        var roster = program.Chosen;
        return isFound && (window.To < days || shape.Sides.All(side =>
            side.Span.IsSoft || side.Span.CostOf(RosterCost.CountOf(side, roster)) == 0));
    }
}
