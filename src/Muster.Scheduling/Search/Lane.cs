using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Search;

/// <summary>One walk through schedules: its own schedule, coverage and chance. Not thread-safe.</summary>
internal sealed partial class Lane
{
    /// <summary>The longest period that is built in one piece, and the length of the pieces of longer ones.</summary>
    private const int BuildDays = 42;

    private const long BreachCost = (long)Weights.Breach * Weights.Scale;

    private readonly SchedulingProblem _problem;
    private readonly RelaxedShapes _relaxed;
    private readonly AgentShape[] _shapes;
    private readonly SearchOptions _options;
    private readonly HorizonProgram _program = new();
    private readonly Coverage _coverage;
    private readonly Schedule _current;
    private readonly Schedule _best;
    private readonly int[][] _rosters;
    private readonly long[] _own;
    private readonly double[][] _multipliers;
    private readonly bool[] _isChanged;
    private readonly RandomSource _moves;
    private readonly RandomSource _acceptance;
    private readonly NoiseTable _noise;
    private int[] _costs = [];
    private readonly int[] _order;
    private int _built;

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
        _own = [.. shapes.Select((shape, employee) => RosterCost.Of(shape, _rosters[employee]))];
        _multipliers = [.. shapes.Select(shape => new double[shape.Sides.Count])];
        _isChanged = new bool[shapes.Length];
        Begin();
        _best = _current.Clone();
        BestCost = Cost;
    }

    /// <summary>Scaled.</summary>
    public long Cost => _coverage.Cost + _own.Sum();

    public long BestCost { get; private set; }

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

    // From the schedule that the problem brings along, where it brings one.
    private void Begin()
    {
        for (var employee = 0; _problem.Start is { } start && employee < _shapes.Length; employee++)
        {
            for (var day = 0; day < _problem.Days; day++)
            {
                var local = _shapes[employee].LocalOf(start[employee, day]);
                Put(employee, day, local, start.ActivitiesOf(employee, day));
            }

            _own[employee] = RosterCost.Of(_shapes[employee], _rosters[employee]);
        }
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
            KeepBest();
        }
    }

    private void Build(int employee)
    {
        _isChanged[employee] = true;
        if (_own[employee] < BreachCost && _problem.Start is not null)
        {
            return;
        }

        BuildBlocks(employee);
        if (_own[employee] >= BreachCost && _problem.Days < BuildDays + BuildDays && _relaxed.Relax(employee))
        {
            BuildBlocks(employee);
        }
    }

    // In blocks where the period is long; each leaves the share of the days that are still to come.
    private void BuildBlocks(int employee)
    {
        for (var from = 0; from < _problem.Days;)
        {
            var to = from + BuildDays + BuildDays > _problem.Days ? _problem.Days : from + BuildDays;
            var window = new DayWindow(from, to);
            for (var day = from; day < to; day++)
            {
                Take(employee, day);
            }

            if (!Recreate(employee, window, to))
            {
                PutAll(employee, window);
                _own[employee] = RosterCost.Of(_shapes[employee], _rosters[employee]);
            }

            from = to;
        }
    }

    /// <summary>Whose best roster breaks something hard.</summary>
    public IEnumerable<int> Broken() =>
        Enumerable.Range(0, _shapes.Length).Where(employee => _own[employee] >= BreachCost);

    /// <summary>What one more on each row of the demand costs now, in units of cost.</summary>
    public double[] Marginals() =>
        [.. Enumerable.Range(0, _problem.Demand.Needs.Count)
            .Select(row => _coverage.NextOn(row) / (double)Weights.Scale)];

    /// <summary>Counts all own costs anew: shapes have changed.</summary>
    public void Recount()
    {
        for (var employee = 0; employee < _shapes.Length; employee++)
        {
            _own[employee] = RosterCost.Of(_shapes[employee], _rosters[employee]);
        }
    }

    /// <summary>Begins where a lane is: another has built the schedule.</summary>
    public void Follow(Lane other)
    {
        _built = other._built;
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
        if (Cost >= BestCost)
        {
            return;
        }

        BestCost = Cost;
        for (var employee = 0; employee < _shapes.Length; employee++)
        {
            if (_isChanged[employee])
            {
                _best.CopyFrom(_current, employee);
                _isChanged[employee] = false;
            }
        }
    }

    /// <summary>What <see cref="Cost"/> is when nothing that was kept is believed; for tests.</summary>
    internal long CountFromNothing()
    {
        var coverage = Coverage.Of(_problem);
        long own = 0;
        for (var employee = 0; employee < _shapes.Length; employee++)
        {
            own += RosterCost.Of(_shapes[employee], _rosters[employee]);
            for (var day = 0; day < _problem.Days; day++)
            {
                if (_current[employee, day] is >= 0 and var option)
                {
                    coverage.Add(new ShiftCell(employee, day, option, _current.ActivitiesOf(employee, day)));
                }
            }
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

            _own[employee] = RosterCost.Of(_shapes[employee], _rosters[employee]);
            _isChanged[employee] = true;
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
