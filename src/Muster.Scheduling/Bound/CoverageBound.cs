using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Rules;
using Muster.Scheduling.Search;

namespace Muster.Scheduling.Bound;

/// <summary>
/// A lower bound on the cost of every valid schedule: Lagrangian relaxation of coverage. Each row of demand has a
/// price; the cheapest roster of each employee at these prices and the cheapest number of people on each row cost
/// together no more than any schedule (Geoffrion, 1974). Prices come from the best mix of the rosters seen so far
/// (<see cref="PriceMaster"/>); with stretches of one group from the volume algorithm (Barahona and Anbil, 2000):
/// from the best ones along the mean of the subgradients. Side counts have prices too, and in long periods
/// weekends. In centres with very many contracts days off say how many can work, which lowers the bound. Deterministic;
/// <see cref="Step"/> until told to stop. Not thread-safe.
/// </summary>
public sealed partial class CoverageBound
{
    private const int MostClasses = 50;

    /// <summary>Contact centres learn more from days off, and their classes share much.</summary>
    private const int MostCentreClasses = 300;

    private const double Better = 1e-9;

    private readonly SchedulingProblem _problem;
    private readonly AgentShape[] _shapes;
    private readonly int[][] _classes;
    private readonly Coverage _coverage;
    private readonly HorizonProgram _program = new();
    private readonly PriceMaster? _master;
    private readonly ClassFamilies? _families;
    private readonly int[]?[] _familyCosts = [];
    private readonly int[] _familyPass = [];
    private readonly int _scale;
    private readonly int _most;
    private readonly int _rows;
    private readonly DayCaps _caps;
    private readonly Need[] _needs;
    private readonly int[] _sideOf;
    private readonly double[] _sideSteps = [];
    private readonly double[] _prices;
    private readonly double[] _direction;
    private readonly int[] _rounded;
    private readonly int[] _worked;
    private readonly int[] _wanted;
    private readonly int[] _empty;
    private readonly double[] _bestPrices;
    private readonly double[] _lowest;
    private readonly double[] _highest;
    private readonly int[] _startCosts;
    private int[] _costs = [];

    /// <param name="upper">The cost of a known schedule: how far prices aim.</param>
    /// <param name="near">A good schedule, near whose prices the best ones are looked for.</param>
    /// <exception cref="ArgumentException">The problem is wrong; each field is named with its remedy.</exception>
    public CoverageBound(SchedulingProblem problem, double upper, Schedule? near = null)
        : this(problem, ShapesOf(problem), upper)
    {
        if (near is not null)
        {
            BeginNear(near);
        }
    }

    /// <param name="mostStates">Of a walk over the period; beyond, counts have prices instead.</param>
    /// <param name="mostClasses">In a centre with more contracts days off are caps.</param>
    internal CoverageBound(SchedulingProblem problem, AgentShape[] shapes, double upper,
        long mostStates = MostStates, int mostClasses = MostCentreClasses)
    {
        (_problem, Upper, _coverage) = (problem, upper, Coverage.Of(problem));
        var demand = problem.Demand is IntervalDemand { StretchMinutes: > 0 } ? null : problem.Demand;
        _classes = ClassesOf(problem);
        _caps = new DayCaps(problem, []);
        if (demand is not ShiftDemand && _classes.Length > (demand is null ? MostClasses : mostClasses)
            && ClassesOf(WithoutDays(problem)) is { } few && few.Length * 4 < _classes.Length)
        {
            _caps = new DayCaps(problem, demand is null ? [] : few);
            (_classes, problem) = (few, WithoutDays(problem));
            shapes = demand is null ? ShapesOf(problem) : shapes;
        }

        var fine = demand is null ? 1 : FinenessOf(problem);
        (_scale, _most) = (Weights.Scale * fine, MostPrice(problem, demand));
        _shapes = demand is null ? [.. shapes] : FineShapes(problem, _classes, shapes, fine);
        _last = new int[_classes.Length][];
        LayWithin(mostStates, demand is not null);
        _rows = problem.Demand.Needs.Count;
        _sideOf = new int[_classes.Length];
        _forced = new int[_classes.Length][];
        _needs = [.. problem.Demand.Needs, .. _caps.Needs];
        var rows = LaySides();
        if (demand is not null)
        {
            _families = new ClassFamilies(problem, _classes);
            _master = new PriceMaster(problem, _classes, _caps, OwnOf);
            _sideSteps = new double[rows];
            Array.Fill(_sideSteps, FirstSideStep);
            (_familyCosts, _familyPass) = (new int[_families.Count][], new int[_families.Count]);
        }

        (_prices, _direction, _rounded) = (new double[rows], new double[rows], new int[rows]);
        (_worked, _wanted, _bestPrices) = (new int[rows], new int[rows], new double[rows]);
        (_lowest, _highest) = SlopesOf(problem, rows);
        (_empty, _startCosts) = (new int[problem.Days], new int[problem.Days]);
        _program.StartCosts = _startCosts;
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

    /// <summary>Evaluations of all prices so far.</summary>
    public int Steps { get; private set; }

    /// <summary>Steps of the programme so far.</summary>
    internal long Work => _program.Work;

    /// <summary>
    /// One evaluation of all prices, and a step of them; where that is much work, a part of it: <see cref="Best"/>
    /// knows whole ones only.
    /// </summary>
    public void Step()
    {
        if (!Evaluate())
        {
            return;
        }

        var isWhole = IsWhole;
        (Steps, Value) = (Steps + 1, _value);
        var isBetter = _value > Best + Better;
        if (_master is not null)
        {
            Best = isWhole && Array.TrueForAll(_forced, days => days is null)
                ? Math.Max(Best, _value) : Best;
            GoOn(_master);
            return;
        }

        Learn(isBetter);
        if (isBetter)
        {
            Best = _value;
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

    private int LaySides()
    {
        var rows = _needs.Length;
        for (var one = 0; one < _classes.Length; one++)
        {
            _sideOf[one] = rows;
            rows += _shapes[_classes[one][0]].Sides.Count;
        }

        return rows;
    }

    private static int[][] ClassesOf(SchedulingProblem problem) => problem.Demand is ShiftDemand
        ? [.. Enumerable.Range(0, problem.Employees.Count).Select(one => (int[])[one])]
        : [.. Enumerable.Range(0, problem.Employees.Count)
            .GroupBy(employee => problem.Employees[employee], ContractComparer.Instance)
            .SelectMany(members => AreLocked(problem, members) ? members.Select(one => (int[])[one]) : [[.. members]])];

    // With a day off here and there each of thousands has a contract of their own. Where these days only say how many
    // can work, the bound is a little lower, and found much sooner.
    private static SchedulingProblem WithoutDays(SchedulingProblem problem) => problem with
    {
        Employees = [.. problem.Employees.Select(employee =>
            employee with { Rules = [.. employee.Rules.Where(rule => rule is not DayOff)] })],
    };

    private static bool AreLocked(SchedulingProblem problem, IEnumerable<int> members) =>
        problem.Locked.Count > 0 && members.Any();

    private static AgentShape[] ShapesOf(SchedulingProblem problem)
    {
        ProblemChecks.Require(problem);
        var cache = new SuccessionCache();
        return [.. Enumerable.Range(0, problem.Employees.Count)
            .Select(employee => ShapeBuilder.Of(cache, problem, employee, new HashSet<int>()))];
    }
}
