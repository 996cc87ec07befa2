using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Bound;

/// <summary>
/// Finds prices of intervals from the rosters seen so far: which mix of them covers best, and what one more would be
/// worth then, not too far from the best prices so far (a proximal bundle method: Lemarechal, 1975; Kiwiel, 1990).
/// The mix is improved roster by roster, and agents with several groups are split beside it.
/// </summary>
internal sealed partial class PriceMaster
{
    /// <summary>What part of the promised rise makes prices the best ones.</summary>
    private const double Enough = 0.1;
    private const double Much = 0.5;
    private const double Longer = 1.25;
    private const double Shorter = 0.8;
    private const int MostNulls = 4;
    private const double FirstSlope = 2;
    private const double LeastSlope = 0.01;
    private const int LeastSweeps = 3;
    private const int MostSweeps = 8;

    /// <summary>Of centres, where a sweep takes longer than new rosters do, until prices have nearly settled.</summary>
    private const int LeastSweepsInside = 2;
    private const int MostSweepsInside = 3;

    /// <summary>Where the mix is good enough to ask for prices.</summary>
    private const double MostApart = 0.2;

    /// <summary>Intervals on each side that tell how short one is at first.</summary>
    private const int Beside = 3;
    private const int KeptColumns = 40;
    private const int KeptOfPeople = 16;
    private const double Settled = 0.02;

    private readonly PriceRows _grid;
    private readonly DayCaps _caps;
    private readonly int _demandRows;
    private readonly NeedCurve[] _curves;
    private readonly uint[] _sets;
    private readonly int[] _setOf;
    private readonly int[] _people;
    private readonly List<RosterColumn>[] _columns;
    private readonly double[][] _split;
    private readonly double[] _have;
    private readonly double[] _prices;
    private readonly double[] _centre;
    private readonly double[] _sums;
    private readonly double _firstSlope;
    private readonly int _days;
    private double _leastSlope;
    private int _leastSweeps;
    private int _mostSweeps;
    private int _sweeps;
    private int _kept = KeptColumns;
    private double _slope;
    private int _nulls;
    private bool _hasBegun;
    private double _centreValue = double.NegativeInfinity;
    private double _model;

    /// <param name="classes">Members with the same contract.</param>
    /// <param name="own">What a roster, options by day, costs a class by itself.</param>
    /// <param name="caps">How many of each class can work on a day.</param>
    public PriceMaster(SchedulingProblem problem, int[][] classes, DayCaps caps, Func<int, int[], double> own)
    {
        (_grid, _caps, _own, _days) = (new PriceRows(problem), caps, own, problem.Days);
        _weeks = [.. Enumerable.Range(0, problem.Days).Where(day => day == 0 || problem.WeekdayOf(day) == 0)];
        _weekPlaces = _grid.AreIntervals ? [.. _weeks.Select(_grid.PlaceOf)] : [];
        var demand = problem.Demand;
        _demandRows = demand.Needs.Count;
        _curves = [.. demand.Needs.Concat(caps.Needs).Select(need => new NeedCurve(need, Weights.MissingStaff))];
        var masks = classes.Select(members => _grid.GroupsOf(problem.Employees[members[0]])).ToList();
        _sets = [.. masks.Distinct()];
        _setOf = [.. masks.Select(mask => Array.IndexOf(_sets, mask))];
        _people = [.. classes.Select(members => members.Length)];
        _columns = [.. classes.Select(_ => new List<RosterColumn>())];
        _swept = [.. Enumerable.Range(0, classes.Length)];
        (_leastSweeps, _mostSweeps) = _grid.AreIntervals
            ? (LeastSweepsInside, MostSweepsInside) : (LeastSweeps, MostSweeps);
        var rows = _curves.Length;
        _split = [.. _sets.Select(_ => new double[_demandRows])];
        (_have, _prices, _centre) = (new double[rows], new double[rows], new double[rows]);
        _sums = new double[_grid.Demanded + 1];
        var needs = demand.Needs.Where(need => need.Least > 0).ToList();
        _slope = needs.Count == 0 ? 1 : FirstSlope
            * needs.Average(need => (double)need.Under + need.Over) / needs.Average(need => need.Least);
        _slope = Math.Max(_slope, LeastSlope);
        (_firstSlope, _leastSlope) = (_slope, LeastSlope * _slope);
    }

    /// <summary>Whether the next prices promise hardly more than the best ones have kept.</summary>
    public bool IsSettled => _hasBegun && _model - _centreValue < Settled * Math.Abs(_model);

    /// <summary>By class: the rosters seen so far, and how many people of the mix work each.</summary>
    public IReadOnlyList<IReadOnlyList<RosterColumn>> Columns => _columns;

    /// <summary>By row, in units of cost.</summary>
    public double[] Prices => _prices;

    /// <summary>A roster that somebody of the class could work.</summary>
    /// <param name="people">How many work it at first.</param>
    public void Offer(int one, RosterColumn column, double people)
    {
        var known = _columns[one].Find(column.IsLike);
        if (known is null)
        {
            _columns[one].Add(known = new RosterColumn(column.Shifts, column.Stretches, column.Own));
        }

        known.People += people;
    }

    /// <summary>The roster with these shifts.</summary>
    public RosterColumn ColumnOf((int Day, int Option, short[] Content)[] shifts, double own)
    {
        var stretches = new List<(int From, int To)>();
        foreach (var (day, option, content) in shifts)
        {
            _grid.AddStretches(stretches, day, option, content);
        }

        return new RosterColumn(shifts, [.. stretches], own);
    }

    /// <summary>Begins with the rosters that were offered.</summary>
    public void Begin()
    {
        for (var one = 0; one < _columns.Length; one++)
        {
            if (!_columns[one].Exists(column => column.People > 0))
            {
                _columns[one][0].People = _people[one];
            }

            foreach (var column in _columns[one])
            {
                Spread(one, column);
            }
        }

        _hasBegun = true;
        Smooth();
    }

    private void BeginWhereAllHaveOne()
    {
        if (Array.TrueForAll(_columns, columns => columns.Count > 0))
        {
            Begin();
        }
    }

    /// <summary>The next prices, after the value of the last ones is known.</summary>
    public void Next(double value)
    {
        for (var isMore = Judged(value); isMore;)
        {
            isMore = Improve();
        }
    }

    /// <summary>The value of the last prices is known: whether the mix is to be improved now.</summary>
    public bool Judged(double value)
    {
        Judge(value);
        if (!_hasBegun)
        {
            BeginWhereAllHaveOne();
            return false;
        }

        PriceAll();
        _sweeps = 0;
        return true;
    }

    /// <summary>The mix once through; false: it is good enough to ask for the value of its prices.</summary>
    public bool Improve()
    {
        var apart = Sweep();
        PriceAll();
        _model = ModelValue();
        var most = IsSettled ? Math.Max(_mostSweeps, MostSweeps) : _mostSweeps;
        if (++_sweeps < most && (_sweeps < _leastSweeps || apart > MostApart * (_model - _centreValue)))
        {
            return true;
        }

        Forget();
        return false;
    }

    // Prices that keep what they promise are the new centre; where they go too far, they are kept nearer to it.
    private void Judge(double value)
    {
        var isFirst = double.IsNegativeInfinity(_centreValue) || !_hasBegun;
        var kept = isFirst ? Much : (value - _centreValue) / Math.Max(_model - _centreValue, Tiny);
        if (kept >= Enough)
        {
            (_centreValue, _nulls) = (value, 0);
            _prices.CopyTo(_centre, 0);
            _slope *= kept > Much ? Longer : 1;
        }
        else if (++_nulls % MostNulls == 0)
        {
            _slope = Math.Max(_leastSlope, Shorter * _slope);
        }
    }

    // Where a schedule is short or long by chance says little; what its neighbours are on the mean says more.
    private void Smooth()
    {
        var around = _grid.AreIntervals ? Beside * _grid.Groups : 0;
        for (var row = 0; row < _demandRows; row++)
        {
            var (sum, count) = (0.0, 0);
            var first = row >= around ? row - around : row % _grid.Groups;
            for (var other = first; other <= Math.Min(_demandRows - 1, row + around); other += _grid.Groups)
            {
                sum += _curves[row].PriceOf(_have[other] - _curves[other].Least);
                count++;
            }

            _prices[row] = sum / count;
        }
    }

    private void PriceAll()
    {
        for (var row = 0; row < _prices.Length; row++)
        {
            _prices[row] = PriceAt(row, _have[row]);
        }
    }

    private double ModelValue()
    {
        double value = 0;
        for (var row = 0; row < _prices.Length; row++)
        {
            value += _curves[row].LeastAt(_prices[row]);
        }

        var set = -1;
        foreach (var one in _swept)
        {
            if (set != _setOf[one])
            {
                SumUp(set = _setOf[one]);
            }

            value += _people[one] * CheapestOf(one).Cost;
        }

        return value;
    }

    private RosterColumn Weigh(int one)
    {
        SumUp(_setOf[one]);
        return CheapestOf(one);
    }

    private void SumUp(int set)
    {
        for (var interval = 0; interval < _grid.Demanded; interval++)
        {
            _sums[interval + 1] = _sums[interval] + _prices[CheapestRow(_sets[set], interval)];
        }
    }

    private RosterColumn CheapestOf(int one)
    {
        RosterColumn? best = null;
        foreach (var column in _columns[one])
        {
            Weigh(one, column);
            best = best is null || column.Cost < best.Cost ? column : best;
        }

        return best!;
    }

    // What nobody works, and would be dear, is left out when there is too much.
    private void Forget()
    {
        foreach (var one in _swept)
        {
            var most = (2 * Math.Min(_people[one], 2 * _kept)) + _kept;
            if (_columns[one].Count > most)
            {
                Weigh(one);
                var kept = _columns[one].OrderBy(column => column.Cost).Take(most / 2).ToHashSet();
                _columns[one].RemoveAll(column => column.People <= 0 && !kept.Contains(column));
            }
        }
    }
}
