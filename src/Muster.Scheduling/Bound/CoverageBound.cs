using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Search;

namespace Muster.Scheduling.Bound;

/// <summary>
/// A lower bound on the cost of every valid schedule: Lagrangian relaxation of coverage. Each row of demand has a
/// price; the cheapest roster of each employee at these prices and the cheapest number of people on each row cost
/// together no more than any schedule (Geoffrion, 1974). Prices follow the subgradient with Polyak's step. Side counts
/// are left out, and in long periods weekends too, which only lowers the bound. Deterministic; <see cref="Step"/> until
/// told to stop. Not thread-safe.
/// </summary>
public sealed class CoverageBound
{
    /// <summary>States of a walk that fit into memory; beyond, counts are left out.</summary>
    private const long MostStates = 1L << 26;

    /// <summary>Of the direction before; Camerini, Fratta and Maffioli, 1975.</summary>
    private const double Carried = 0.6;

    private const int MostStale = 12;

    private readonly SchedulingProblem _problem;
    private readonly AgentShape[] _shapes;
    private readonly int[][] _classes;
    private readonly Coverage _coverage;
    private readonly HorizonProgram _program = new();
    private readonly double[] _prices;
    private readonly double[] _direction;
    private readonly int[] _rounded;
    private readonly int[] _worked;
    private readonly int[] _wanted;
    private readonly int[] _empty;
    private readonly double[] _bestPrices;
    private double[] _startPrices = [];
    private double[] _starts = [];
    private int[] _costs = [];
    private double _share = 1;
    private int _stale;

    /// <param name="upper">The cost of a known schedule: how far prices aim.</param>
    /// <param name="near">A good schedule, near whose prices the best ones are looked for.</param>
    /// <exception cref="ArgumentException">The problem is wrong; each field is named with its remedy.</exception>
    public CoverageBound(SchedulingProblem problem, double upper, Schedule? near = null)
        : this(problem, ShapesOf(problem), upper)
    {
        if (near is not null)
        {
            BeginAt(MarginalsAt(problem, near));
        }
    }

    internal CoverageBound(SchedulingProblem problem, AgentShape[] shapes, double upper)
    {
        (_problem, Upper, _coverage) = (problem, upper, Coverage.Of(problem));
        _shapes = [.. shapes.Select(shape => shape.Within(MostStates))];
        _classes = [.. Enumerable.Range(0, shapes.Length)
            .GroupBy(employee => problem.Employees[employee], ContractComparer.Instance)
            .SelectMany(members => AreLocked(problem, members) ? members.Select(one => (int[])[one]) : [[.. members]])];
        var rows = problem.Demand.Needs.Count;
        (_prices, _direction, _rounded) = (new double[rows], new double[rows], new int[rows]);
        (_worked, _wanted) = (new int[rows], new int[rows]);
        _bestPrices = new double[rows];
        _empty = new int[problem.Days];
        Array.Fill(_empty, -1);
        Best = double.NegativeInfinity;
    }

    /// <summary>The cost of a known schedule, in units of cost.</summary>
    public double Upper { get; set; }

    /// <summary>
    /// No valid schedule costs less. Negative infinity before the first step, and for ever where the hard rules of an
    /// employee contradict.
    /// </summary>
    public double Best { get; private set; }

    /// <summary>Evaluations so far.</summary>
    public int Steps { get; private set; }

    /// <summary>One evaluation of all prices, and a step of them.</summary>
    public void Step()
    {
        Steps++;
        var value = Evaluate();
        if (value > Best + 1e-9)
        {
            (Best, _stale) = (value, 0);
            _prices.CopyTo(_bestPrices, 0);
        }
        else if (++_stale >= MostStale)
        {
            (_share, _stale) = (_share / 2, 0);
            GoBackToBest();
        }

        if (Steps < _starts.Length)
        {
            Begin(_starts[Steps]);
            return;
        }

        if (Steps == _starts.Length)
        {
            GoBackToBest();
        }

        Move(value);
    }

    private void GoBackToBest()
    {
        _bestPrices.CopyTo(_prices, 0);
        Array.Clear(_direction);
    }

    // The prices of a schedule say too much where it is short or long by chance: cut off, they often begin better.
    private void Begin(double most)
    {
        for (var row = 0; row < _prices.Length; row++)
        {
            _prices[row] = Math.Clamp(_startPrices[row], -most, most);
        }
    }

    private void Move(double value)
    {
        double norm = 0;
        for (var row = 0; row < _prices.Length; row++)
        {
            // Row by row, work becomes dearer where more is done than wanted; the steps before carry on a little.
            _direction[row] = _worked[row] - _wanted[row] + (Carried * _direction[row]);
            norm += _direction[row] * _direction[row];
        }

        var step = norm == 0 ? 0 : _share * Math.Max(1, Math.Min(Upper, MostGap(value)) - value) / norm;
        for (var row = 0; row < _prices.Length; row++)
        {
            _prices[row] += step * _direction[row];
        }
    }

    // A first schedule may be far above: steps of that length would only be wild.
    private static double MostGap(double value) => value + Math.Max(1_000, Math.Abs(value));

    /// <param name="prices">In units of cost, by row: what one more there costs in a good schedule.</param>
    internal void BeginAt(double[] prices)
    {
        (_startPrices, _starts) = (prices, [double.MaxValue, 30, 8, 2, 1]);
        Begin(_starts[0]);
    }

    private static bool AreLocked(SchedulingProblem problem, IEnumerable<int> members) =>
        problem.Locked.Count > 0 && members.Any();

    private static double[] MarginalsAt(SchedulingProblem problem, Schedule schedule)
    {
        var coverage = Coverage.Of(problem);
        for (var cell = 0; cell < schedule.Employees * schedule.Days; cell++)
        {
            var (employee, day) = (cell / schedule.Days, cell % schedule.Days);
            if (schedule[employee, day] is >= 0 and var option)
            {
                coverage.Add(new ShiftCell(employee, day, option, schedule.ActivitiesOf(employee, day)));
            }
        }

        return [.. Enumerable.Range(0, problem.Demand.Needs.Count)
            .Select(row => coverage.NextOn(row) / (double)Weights.Scale)];
    }

    private static AgentShape[] ShapesOf(SchedulingProblem problem)
    {
        ProblemChecks.Require(problem);
        var cache = new SuccessionCache();
        return [.. Enumerable.Range(0, problem.Employees.Count)
            .Select(employee => ShapeBuilder.Of(cache, problem, employee, new HashSet<int>()))];
    }

    private double Evaluate()
    {
        Array.Clear(_worked);
        double value = 0;
        for (var row = 0; row < _prices.Length; row++)
        {
            // The dynamic programme has whole costs: a price counts as it is rounded there, on both sides.
            _rounded[row] = (int)Math.Round(Math.Clamp(_prices[row] * Weights.Scale, -Weights.Most, Weights.Most));
            value += CheapestCount(row);
        }

        _coverage.Price(_rounded);
        foreach (var members in _classes)
        {
            value += members.Length * CheapestRoster(members[0], members.Length);
        }

        return value;
    }

    private double CheapestRoster(int employee, int members)
    {
        var shape = _shapes[employee];
        var options = shape.Options.Length;
        if (_costs.Length < shape.Costs.Length)
        {
            _costs = new int[shape.Costs.Length];
        }

        shape.Costs.CopyTo(_costs, 0);
        for (var day = 0; day < _problem.Days; day++)
        {
            _coverage.AddMarginal(shape, new ShiftCell(employee, day, Schedule.Off, default),
                _costs.AsSpan(day * options, options));
        }

        if (!_program.Solve(shape, new DayWindow(0, _problem.Days), _empty, _costs))
        {
            return double.NegativeInfinity;
        }

        for (var day = 0; day < _problem.Days; day++)
        {
            if (_program.Chosen[day] is >= 0 and var local)
            {
                CountShift(new ShiftCell(employee, day, shape.Options[local], default), members);
            }
        }

        return _program.Value / (double)Weights.Scale;
    }

    private void CountShift(ShiftCell cell, int members)
    {
        for (var member = 0; member < members; member++)
        {
            _coverage.Count(cell, _worked);
        }
    }

    // What is done costs its price; having so many on the row is paid that price, and costs what the need says.
    // The cost is convex: from the last best count it is a walk downhill.
    private double CheapestCount(int row)
    {
        var best = CostOf(row, _wanted[row]);
        foreach (var direction in (int[])[1, -1])
        {
            while (_wanted[row] + direction >= 0 && _wanted[row] + direction <= _problem.Employees.Count
                && CostOf(row, _wanted[row] + direction) is var next && next < best)
            {
                (_wanted[row], best) = (_wanted[row] + direction, next);
            }
        }

        return best;
    }

    private double CostOf(int row, int count)
    {
        var need = _problem.Demand.Needs[row];
        return need.CostOf(count) + ((double)need.ShortOf(count) * Weights.Breach)
            - (_rounded[row] / (double)Weights.Scale * count);
    }
}
