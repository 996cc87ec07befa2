using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Rules;
using Muster.Scheduling.Score;

namespace Muster.Scheduling.Explain;

/// <summary>
/// The roster that breaks least for one employee alone, as if nobody was needed: it tells whether rules contradict.
/// Long periods are built in blocks; there a contradiction may be suspected where there is none.
/// </summary>
internal sealed class SoloRoster(SchedulingProblem problem, int employee)
{
    private const int BuildDays = 42;
    private const int MostTries = 12;

    private readonly HorizonProgram _program = new();
    private readonly SuccessionCache _cache = new();

    /// <summary>By how much hard rules are broken; null: no roster keeps those that hold always.</summary>
    /// <param name="rules">The rules that hold; others are left out.</param>
    /// <param name="relaxed">Of these, by index, those that may be broken at a cost.</param>
    public long? BreachesWith(IReadOnlyList<Rule> rules, IReadOnlySet<int> relaxed)
    {
        var changed = problem with
        {
            Employees = [.. problem.Employees.Select((one, index) =>
                index == employee ? one with { Rules = rules } : one with { Rules = [] })],
        };
        var shape = ShapeBuilder.Of(_cache, changed, employee, relaxed);
        var roster = new int[problem.Days];
        Array.Fill(roster, -1);
        for (var from = 0; from < problem.Days;)
        {
            var to = from + (2 * BuildDays) > problem.Days ? problem.Days : from + BuildDays;
            if (!Fill(shape, new DayWindow(from, to), roster))
            {
                return null;
            }

            from = to;
        }

        int[] options = [.. roster.Select(local => local < 0 ? Schedule.Off : shape.Options[local])];
        return Scoring.OfEmployee(changed, employee, options).Breaches;
    }

    private bool Fill(AgentShape shape, DayWindow window, int[] roster)
    {
        var count = shape.Options.Length;
        var costs = shape.Costs.AsSpan(window.From * count, window.Length * count).ToArray();
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (!_program.Solve(shape, window, roster, costs, window.To))
            {
                return false;
            }

            _program.Chosen.AsSpan(0, window.Length).CopyTo(roster.AsSpan(window.From));
            if (!Steer(shape, roster, costs))
            {
                break;
            }
        }

        return true;
    }

    // Each side count that is missed makes its options dearer or cheaper.
    private static bool Steer(AgentShape shape, int[] roster, int[] costs)
    {
        var isMissed = false;
        foreach (var side in shape.Sides)
        {
            var count = RosterCost.CountOf(side, roster);
            var cost = side.Span.CostOf(count);
            if (cost == 0)
            {
                continue;
            }

            isMissed = true;
            var change = side.Span.CostOf(count + 1) < cost ? -Weights.Breach / 4 : Weights.Breach / 4;
            for (var cell = 0; cell < costs.Length; cell++)
            {
                costs[cell] += side.PerOption[cell % shape.Options.Length] * change;
            }
        }

        return isMissed;
    }
}
