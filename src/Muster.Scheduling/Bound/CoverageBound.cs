using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Rules;
using Muster.Scheduling.Search;

namespace Muster.Scheduling.Bound;

/// <summary>
/// A lower bound on the cost of every valid schedule: Lagrangian relaxation of coverage. Each row of demand has a
/// price; the cheapest roster of each employee at these prices and the cheapest number of people on each row cost
/// together no more than any schedule (Geoffrion, 1974). Prices follow the volume algorithm (Barahona and Anbil, 2000):
/// from the best ones along the mean of the subgradients. Side counts have prices too. In long periods weekends are
/// left out, and of thousands the days off, which only lowers the bound. Deterministic; <see cref="Step"/> until told
/// to stop. Not thread-safe.
/// </summary>
public sealed partial class CoverageBound
{
    /// <summary>States of a walk that fit into memory; beyond, counts are left out.</summary>
    private const long MostStates = 1L << 26;

    private const int MostStale = 8;

    private const int MostClasses = 50;

    private readonly SchedulingProblem _problem;
    private readonly AgentShape[] _shapes;
    private readonly int[][] _classes;
    private readonly Coverage _coverage;
    private readonly HorizonProgram _program = new();
    private readonly int _rows;
    private readonly int[] _sideOf;
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
    private double _fresh = 0.2;
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
        _classes = ClassesOf(problem);
        if (_classes.Length > MostClasses && ClassesOf(WithoutDays(problem)) is { } few
            && few.Length * 4 < _classes.Length)
        {
            (_classes, shapes) = (few, ShapesOf(WithoutDays(problem)));
        }

        _shapes = [.. shapes.Select(shape => shape.Within(MostStates))];
        _rows = problem.Demand.Needs.Count;
        _sideOf = new int[_classes.Length];
        var rows = _rows;
        for (var one = 0; one < _classes.Length; one++)
        {
            _sideOf[one] = rows;
            rows += _shapes[_classes[one][0]].Sides.Count;
        }

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

    /// <summary>Steps of the programme so far.</summary>
    internal long Work => _program.Work;

    /// <summary>One evaluation of all prices, and a step of them.</summary>
    public void Step()
    {
        Steps++;
        var value = Evaluate();
        var isBetter = value > Best + 1e-9;
        Learn(isBetter);
        if (isBetter)
        {
            Best = value;
            _prices.CopyTo(_bestPrices, 0);
        }

        if (Steps < _starts.Length)
        {
            Begin(_starts[Steps]);
        }
        else
        {
            Move();
        }
    }

    // The mean of what was worked and wanted tells the way; recent steps count more.
    private void Learn(bool isBetter)
    {
        double along = 0;
        var fresh = Steps <= Math.Max(1, _starts.Length) && isBetter ? 1 : _fresh;
        for (var row = 0; row < _prices.Length; row++)
        {
            double more = _worked[row] - _wanted[row];
            along += more * _direction[row];
            _direction[row] = (fresh * more) + ((1 - fresh) * _direction[row]);
        }

        if (isBetter)
        {
            (_share, _stale) = (along > 0 ? Math.Min(2, _share * 1.1) : _share, 0);
        }
        else if (++_stale % MostStale == 0)
        {
            (_share, _fresh) = (Math.Max(0.005, _share * 0.7), Math.Max(0.02, _fresh * 0.8));
        }
    }

    // The prices of a schedule say too much where it is short or long by chance: cut off, they often begin better.
    private void Begin(double most)
    {
        for (var row = 0; row < _rows; row++)
        {
            _prices[row] = Math.Clamp(_startPrices[row], -most, most);
        }
    }

    private void Move()
    {
        var norm = _direction.Sum(more => more * more);
        var step = norm <= 1e-12 ? 0 : _share * Math.Max(1, Math.Min(Upper, MostGap(Best)) - Best) / norm;
        for (var row = 0; row < _prices.Length; row++)
        {
            _prices[row] = _bestPrices[row] + (step * _direction[row]);
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

    private static int[][] ClassesOf(SchedulingProblem problem) =>
        [.. Enumerable.Range(0, problem.Employees.Count)
            .GroupBy(employee => problem.Employees[employee], ContractComparer.Instance)
            .SelectMany(members => AreLocked(problem, members) ? members.Select(one => (int[])[one]) : [[.. members]])];

    // With a day off here and there each of thousands has a contract of their own. Without these days the bound is a
    // little lower, and found much sooner.
    private static SchedulingProblem WithoutDays(SchedulingProblem problem) => problem with
    {
        Employees = [.. problem.Employees.Select(employee =>
            employee with { Rules = [.. employee.Rules.Where(rule => rule is not DayOff)] })],
    };

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
}
