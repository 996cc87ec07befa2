using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;

namespace Muster.Scheduling.Search;

/// <summary>One walk through schedules: its own schedule, coverage and chance. Not thread-safe.</summary>
internal sealed partial class Lane
{
    private readonly SchedulingProblem _problem;
    private readonly AgentShape[] _shapes;
    private readonly SearchOptions _options;
    private readonly HorizonProgram _program = new();
    private readonly Coverage _coverage;
    private readonly Schedule _current;
    private readonly Schedule _best;
    private readonly int[][] _rosters;
    private readonly long[] _own;
    private readonly double[][] _multipliers;
    private readonly Cooling _cooling;
    private readonly RandomSource _moves;
    private readonly RandomSource _acceptance;
    private readonly NoiseTable _noise;
    private int[] _costs = [];
    private int _built;

    public Lane(SchedulingProblem problem, AgentShape[] shapes, SearchOptions options)
    {
        (_problem, _shapes, _options) = (problem, shapes, options);
        _coverage = Coverage.Of(problem);
        _moves = new RandomSource(options.Seed, 1);
        _acceptance = new RandomSource(options.Seed, 2);
        _noise = new NoiseTable(new RandomSource(options.Seed, 3));
        _cooling = new Cooling(options);
        _current = new Schedule(shapes.Length, problem.Days);
        _rosters = [.. shapes.Select(_ => Enumerable.Repeat(-1, problem.Days).ToArray())];
        _own = [.. shapes.Select((shape, employee) => RosterCost.Of(shape, _rosters[employee]))];
        _multipliers = [.. shapes.Select(shape => new double[shape.Sides.Count])];
        _best = _current.Clone();
        BestCost = Cost;
    }

    /// <summary>Scaled.</summary>
    public long Cost => _coverage.Cost + _own.Sum();

    public long BestCost { get; private set; }

    public Schedule BestSchedule() => _best.Clone();

    public void Step()
    {
        if (_built < _shapes.Length)
        {
            Build(_built++);
        }
        else
        {
            RuinAndRecreate();
            if (_cooling.Next())
            {
                ReturnToBest();
            }
        }
    }

    private void Build(int employee)
    {
        _temperature = 0;
        Recreate(employee, new DayWindow(0, _problem.Days));
        if (_built == _shapes.Length)
        {
            KeepBest();
        }
    }

    private void KeepBest()
    {
        if (Cost < BestCost)
        {
            BestCost = Cost;
            _best.CopyFrom(_current);
        }
    }

    private void ReturnToBest()
    {
        for (var employee = 0; employee < _shapes.Length; employee++)
        {
            for (var day = 0; day < _problem.Days; day++)
            {
                Take(employee, day);
                Put(employee, day, _shapes[employee].LocalOf(_best[employee, day]),
                    _best.ActivitiesOf(employee, day));
            }

            _own[employee] = RosterCost.Of(_shapes[employee], _rosters[employee]);
        }
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
