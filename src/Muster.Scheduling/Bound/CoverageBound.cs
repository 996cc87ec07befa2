using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Bound;

/// <summary>
/// A lower bound on the cost of every valid schedule of a roster: Lagrangian relaxation of coverage. Each row of demand
/// has a price; the cheapest roster of each employee at these prices and the cheapest number of people on each row cost
/// together no more than any schedule (Geoffrion, 1974). Prices follow the subgradient with Polyak's step. Side counts
/// are left out, which only lowers the bound. Deterministic; <see cref="Step"/> until told to stop.
/// </summary>
public sealed class CoverageBound
{
    /// <summary>Prices are in parts of a cost of 1.</summary>
    private const int Fine = Weights.Scale;

    private readonly SchedulingProblem _problem;
    private readonly AgentShape[] _shapes;
    private readonly HorizonProgram _program = new();
    private readonly double[] _prices;
    private readonly int[] _worked;
    private readonly int[] _wanted;
    private int[] _costs = [];
    private double _share = 1;
    private int _stale;

    /// <param name="upper">The cost of a known schedule: how far prices aim.</param>
    /// <exception cref="ArgumentException">Demand is per interval, or an employee's rules contradict.</exception>
    public CoverageBound(SchedulingProblem problem, double upper)
    {
        if (problem.Demand is not ShiftDemand)
        {
            throw new ArgumentException("Demand is per interval; this bound is for demand per day and shift type.\n"
                + "Maybe ask for the bound of a roster.", nameof(problem));
        }

        (_problem, Upper) = (problem, upper);
        var cache = new SuccessionCache();
        _shapes = [.. Enumerable.Range(0, problem.Employees.Count)
            .Select(employee => ShapeBuilder.Of(cache, problem, employee, new HashSet<int>()))];
        var rows = problem.Demand.Needs.Count;
        (_prices, _worked, _wanted) = (new double[rows], new int[rows], new int[rows]);
        Best = double.NegativeInfinity;
    }

    public double Upper { get; set; }

    /// <summary>No valid schedule costs less. Negative infinity before the first step.</summary>
    public double Best { get; private set; }

    /// <summary>One evaluation of all prices, and a step of them.</summary>
    public void Step()
    {
        var value = Evaluate();
        if (value > Best + 1e-9)
        {
            (Best, _stale) = (value, 0);
        }
        else if (++_stale >= 10)
        {
            (_share, _stale) = (_share / 2, 0);
        }

        double norm = 0;
        for (var row = 0; row < _prices.Length; row++)
        {
            var gap = _wanted[row] - _worked[row];
            norm += gap * gap;
        }

        // Row by row, a price pays whoever works where more are wanted.
        var step = norm == 0 ? 0 : _share * Math.Max(1, Upper - value) / norm;
        for (var row = 0; row < _prices.Length; row++)
        {
            _prices[row] += step * (_wanted[row] - _worked[row]);
        }
    }

    private double Evaluate()
    {
        Array.Clear(_worked);
        double value = 0;
        for (var employee = 0; employee < _shapes.Length; employee++)
        {
            value += PriceOf(_shapes[employee]);
        }

        for (var row = 0; row < _prices.Length; row++)
        {
            value += BestCountOf(row);
        }

        return value;
    }

    private double PriceOf(AgentShape shape)
    {
        var (days, options) = (_problem.Days, shape.Options.Length);
        if (_costs.Length < days * options)
        {
            _costs = new int[days * options];
        }

        for (var cell = 0; cell < days * options; cell++)
        {
            var row = (cell / options * _problem.Options.Count) + shape.Options[cell % options];
            _costs[cell] = shape.Costs[cell] - Paid(row);
        }

        var empty = new int[days];
        Array.Fill(empty, -1);
        if (!_program.Solve(shape, new DayWindow(0, days), empty, _costs))
        {
            throw new ArgumentException("The rules of an employee contradict: there is no bound.\nMaybe relax them.");
        }

        for (var day = 0; day < days; day++)
        {
            if (_program.Chosen[day] is >= 0 and var option)
            {
                _worked[(day * _problem.Options.Count) + shape.Options[option]]++;
            }
        }

        return _program.Value / (double)Weights.Scale;
    }

    // The dynamic programme has whole costs: a price counts as it is rounded there, on both sides.
    private int Paid(int row) => (int)Math.Round(_prices[row] * Fine);

    private double BestCountOf(int row)
    {
        var (need, paid) = (_problem.Demand.Needs[row], Paid(row) / (double)Fine);
        var best = double.PositiveInfinity;
        for (var count = 0; count <= _problem.Employees.Count; count++)
        {
            var cost = need.CostOf(count) + ((double)need.ShortOf(count) * Weights.Breach) + (paid * count);
            if (cost < best)
            {
                (best, _wanted[row]) = (cost, count);
            }
        }

        return best;
    }
}
