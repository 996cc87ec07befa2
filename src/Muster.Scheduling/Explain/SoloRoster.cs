using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Rules;
using Muster.Scheduling.Score;
using Muster.Scheduling.Search;

namespace Muster.Scheduling.Explain;

/// <summary>
/// The roster that breaks least for one employee alone, as if nobody was needed: it tells whether rules contradict.
/// Long periods are built in blocks; there a contradiction may be suspected where there is none.
/// </summary>
internal sealed class SoloRoster(SchedulingProblem problem, int employee)
{
    private const int BuildDays = 42;
    private const int MostTries = 40;
    private const int Step = Weights.Breach / 4;

    private readonly HorizonProgram _program = new();
    private readonly SuccessionCache _cache = new();

    /// <summary>By day, of the catalogue or <see cref="Schedule.Off"/>: what was found last.</summary>
    public int[] Found { get; private set; } = [];

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

        Found = [.. roster.Select(local => local < 0 ? Schedule.Off : shape.Options[local])];
        return Scoring.OfEmployee(changed, employee, Found).Breaches;
    }

    private bool Fill(AgentShape shape, DayWindow window, int[] roster)
    {
        var count = shape.Options.Length;
        var costs = shape.Costs.AsSpan(window.From * count, window.Length * count).ToArray();
        var (chance, best, least) = (new RandomSource((ulong)employee, 0), Array.Empty<int>(), long.MaxValue);
        for (var attempt = 0; attempt < MostTries && least > 0; attempt++)
        {
            if (!_program.Solve(shape, window, roster, costs, window.To))
            {
                return false;
            }

            _program.Chosen.AsSpan(0, window.Length).CopyTo(roster.AsSpan(window.From));
            var missed = Steer(shape, roster, costs, Step / (1 + (attempt / 4)));
            (best, least) = missed < least ? ((int[])roster.Clone(), missed) : (best, least);
            Shake(costs, chance);
        }

        best.CopyTo(roster, 0);
        return true;
    }

    // Days that are all the same would change all at once: each gets a little of its own.
    private static void Shake(int[] costs, RandomSource chance)
    {
        for (var cell = 0; cell < costs.Length; cell++)
        {
            costs[cell] += costs[cell] < Weights.Never ? chance.Next(Step / 2) - (Step / 4) : 0;
        }
    }

    // Each side count that is missed makes its options dearer or cheaper; what all of them cost.
    private static long Steer(AgentShape shape, int[] roster, int[] costs, int step)
    {
        long missed = 0;
        foreach (var side in shape.Sides)
        {
            var count = side.CountIn(new DayWindow(0, roster.Length), roster);
            var cost = side.Span.CostOf(count);
            missed += cost;
            var change = cost == 0 ? 0 : side.Span.CostOf(count + 1) < cost ? -step : step;
            for (var cell = 0; change != 0 && cell < costs.Length; cell++)
            {
                costs[cell] += side.PerOption[cell % shape.Options.Length] * change;
            }
        }

        return missed;
    }
}
