using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Search;

/// <summary>One walk through schedules: its own schedule, coverage and chance. Not thread-safe.</summary>
internal sealed partial class Lane
{
    /// <summary>The longest period that is built in one piece, and the length of the pieces of longer ones.</summary>
    private const int BuildDays = 42;

    /// <summary>The longest windows where coverage is per interval.</summary>
    private const int MostDaysOfIntervals = 42;

    /// <summary>
    /// Days of all employees in a window of several, where coverage is per shift: re-insertions, one after the other,
    /// hardly ever mend a larger ruin.
    /// </summary>
    private const int MostCellsPerShift = 84;

    /// <summary>Windows up to this many days are searched whole.</summary>
    private const int ShortWindow = 14;

    private const long BreachCost = (long)Weights.Breach * Weights.Scale;

    private readonly SchedulingProblem _problem;
    private readonly RelaxedShapes _relaxed;
    private readonly AgentShape[] _shapes;
    private readonly SearchOptions _options;
    private readonly HorizonProgram _program = new() { IsRough = true };
    private readonly Coverage _coverage;
    private readonly Corridor? _corridor;
    private readonly Schedule _current;
    private readonly Schedule _best;
    private readonly int[][] _rosters;
    private readonly long[] _own;
    private readonly RosterTally[] _tallies;
    private readonly double[][] _multipliers;
    private readonly bool[] _isChanged;
    private readonly List<int> _changed = [];
    private readonly RandomSource _moves;
    private readonly RandomSource _acceptance;
    private readonly NoiseTable _noise;
    private int[] _costs = [];
    private readonly int[] _order;
    private int _built;
    private long _ownSum;
    private int _broken;
    private bool _keepsEqual;

    public Lane(SchedulingProblem problem, RelaxedShapes relaxed, SearchOptions options, int lane)
    {
        var shapes = relaxed.Shapes;
        (_problem, _relaxed, _shapes, _options) = (problem, relaxed, shapes, options);
        _coverage = Coverage.Of(problem);
        var stream = (ulong)lane * 4;
        _moves = new RandomSource(options.Seed, stream + 1);
        _acceptance = new RandomSource(options.Seed, stream + 2);
        _noise = new NoiseTable(new RandomSource(options.Seed, stream + 3));
        _order = [.. Enumerable.Range(0, shapes.Length)];
        Shuffle(_order, new RandomSource(options.Seed, stream + 4));
        _current = new Schedule(shapes.Length, problem.Days);
        _rosters = [.. shapes.Select(_ => Enumerable.Repeat(-1, problem.Days).ToArray())];
        var isPerShift = problem.Demand is ShiftDemand;
        var mostDays = options.MostDays ?? (isPerShift ? problem.Days : MostDaysOfIntervals);
        _mix = new MoveMix(
            options.MostEmployees, Math.Min(mostDays, problem.Days), isPerShift ? MostCellsPerShift : int.MaxValue);
        _corridor = isPerShift ? new Corridor(Shifts: 2, Weekends: 1) : null;
        _workOfDay = shapes.Select(shape => shape.Options.Length).DefaultIfEmpty(0).Max()
            * (isPerShift ? 1 : 4);
        _own = new long[shapes.Length];
        _tallies = new RosterTally[shapes.Length];
        Recount();
        _multipliers = [.. shapes.Select(shape => new double[shape.Sides.Count])];
        _isChanged = new bool[shapes.Length];
        Begin();
        _best = _current.Clone();
        BestCost = Cost;
    }

    /// <summary>Scaled.</summary>
    public long Cost => _coverage.Cost + _ownSum;

    public long BestCost { get; private set; }

    /// <summary>Steps of the programme so far.</summary>
    public long Work => _program.Work;

    public bool IsBuilt => _built == _shapes.Length;

    /// <summary>In units of cost.</summary>
    public double Temperature { get; set; }

    /// <summary>The best itself, to be read only.</summary>
    public Schedule BestView => _best;

    internal Schedule Current => _current;

    public Schedule BestSchedule() => _best.Clone();

    public void Run(long steps)
    {
        for (; steps > 0; steps--)
        {
            Step();
        }
    }

    /// <summary>Takes what is as good as its best for its best, which is elsewhere then.</summary>
    public void RunAside(long steps, double temperature)
    {
        (_keepsEqual, Temperature) = (true, temperature);
        Run(steps);
        _keepsEqual = false;
    }

    private static void Shuffle(int[] order, RandomSource chance)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            var j = chance.Next(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }
    }

    private void Step()
    {
        if (IsBuilt)
        {
            _temperature = Temperature;
            RuinAndRecreate();
            return;
        }

        _temperature = 0;
        Build(_order[_built++]);
        if (IsBuilt)
        {
            WeighBest();
            KeepBest();
        }
    }

    /// <summary>Whose best roster breaks something hard.</summary>
    public IEnumerable<int> Broken() =>
        Enumerable.Range(0, _shapes.Length).Where(employee => _own[employee] >= BreachCost);

    /// <summary>Counts all own costs anew: shapes have changed.</summary>
    public void Recount()
    {
        for (var employee = 0; employee < _shapes.Length; employee++)
        {
            Recount(employee);
        }
    }

    private void Recount(int employee)
    {
        _tallies[employee] = new RosterTally(_shapes[employee], _rosters[employee]);
        SetOwn(employee);
    }

    private void SetOwn(int employee)
    {
        var own = _tallies[employee].Cost;
        _broken += (own >= BreachCost ? 1 : 0) - (_own[employee] >= BreachCost ? 1 : 0);
        _ownSum += own - _own[employee];
        _own[employee] = own;
    }

    private void MarkChanged(int employee)
    {
        if (!_isChanged[employee])
        {
            _isChanged[employee] = true;
            _changed.Add(employee);
        }
    }

    /// <summary>Begins where a lane is: another has built the schedule.</summary>
    public void Follow(Lane other)
    {
        _built = other._built;
        WeighBest();
        Adopt(other);
    }

    private void PutAll(int employee, DayWindow window)
    {
        for (var day = window.From; day < window.To; day++)
        {
            var (shape, local) = (_shapes[employee], _rosters[employee][day]);
            var option = local < 0 ? Schedule.Off : shape.Options[local];
            Put(employee, day, local, _coverage.ContentOf(new ShiftCell(employee, day, option, default)));
        }
    }

    private void KeepBest()
    {
        if (Cost > BestCost || (Cost == BestCost && !_keepsEqual))
        {
            return;
        }

        BestCost = Cost;
        foreach (var employee in _changed)
        {
            _best.CopyFrom(_current, employee);
            _isChanged[employee] = false;
        }

        _changed.Clear();
    }

    /// <summary>Weighs the best anew: shapes have changed.</summary>
    public void WeighBest() => BestCost = CountFromNothing(_best);

    /// <summary>What <see cref="Cost"/> is when nothing that was kept is believed; for tests.</summary>
    internal long CountFromNothing() => CountFromNothing(_current);

    private long CountFromNothing(Schedule schedule)
    {
        var (coverage, own, roster) = (Coverage.Of(_problem), 0L, new int[_problem.Days]);
        for (var employee = 0; employee < _shapes.Length; employee++)
        {
            for (var day = 0; day < _problem.Days; day++)
            {
                roster[day] = _shapes[employee].LocalOf(schedule[employee, day]);
                if (schedule[employee, day] is >= 0 and var option)
                {
                    coverage.Add(new ShiftCell(employee, day, option, schedule.ActivitiesOf(employee, day)));
                }
            }

            own += RosterCost.Of(_shapes[employee], roster);
        }

        return coverage.Cost + own;
    }

    /// <summary>Goes on from the best of a lane, itself or another.</summary>
    public void Adopt(Lane other)
    {
        for (var employee = 0; employee < _shapes.Length; employee++)
        {
            for (var day = 0; day < _problem.Days; day++)
            {
                Take(employee, day);
                Put(employee, day, _shapes[employee].LocalOf(other._best[employee, day]),
                    other._best.ActivitiesOf(employee, day));
            }

            Recount(employee);
            MarkChanged(employee);
        }

        KeepBest();
    }

    private void Take(int employee, int day)
    {
        if (_current[employee, day] is >= 0 and var option)
        {
            _coverage.Remove(new ShiftCell(employee, day, option, _current.ActivitiesOf(employee, day)));
            _current.Set(employee, day, Schedule.Off);
        }
    }

    private void Put(int employee, int day, int local, ReadOnlySpan<short> activities)
    {
        _rosters[employee][day] = local;
        if (local >= 0)
        {
            var option = _shapes[employee].Options[local];
            _coverage.Add(new ShiftCell(employee, day, option, activities));
            _current.Set(employee, day, option, activities);
        }
    }
}
