using Muster.Scheduling.Explain;
using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Score;

namespace Muster.Scheduling.Search;

/// <summary>
/// A search that has a schedule from its first steps and improves it until told to stop. The same problem, options and
/// number of steps give the same schedule, on whatever number of threads. It never fails: where hard rules contradict
/// it breaks one of them as little as it can and says so. Not thread-safe; lanes may run beside each other inside
/// <see cref="Run"/>.
/// </summary>
public sealed partial class ScheduleSearch
{
    private const double CellsPerStep = 10;

    private readonly SchedulingProblem _problem;
    private readonly RelaxedShapes _shapes;
    private readonly Lane[] _lanes;
    private readonly SearchOptions _options;
    private readonly Cooling _cooling;
    private readonly long _interval;

    /// <exception cref="ArgumentException">The problem is wrong; each field is named with its remedy.</exception>
    public ScheduleSearch(SchedulingProblem problem, SearchOptions options)
    {
        ProblemChecks.Require(problem);
        (_problem, _options) = (problem, options);
        _shapes = new RelaxedShapes(problem);
        _lanes = [.. Enumerable.Range(0, Math.Max(1, options.Lanes))
            .Select(lane => new Lane(problem, _shapes, options, lane))];
        _interval = Math.Max(1, options.CoolingSteps / Cooling.Parts);
        var cells = (double)problem.Employees.Count * problem.Days;
        _cooling = new Cooling(options.Hot ?? Cooling.HotOf(problem.Demand), cells / CellsPerStep / _interval);
        _every = problem.Demand is IntervalDemand ? EveryInside : Every;
        _firstBound = cells * WorkOfCell;
        _hasMixed = options.BoundShare <= 0 || problem.Demand is IntervalDemand { StretchMinutes: > 0 };
        _coolingEnds = options.CoolingSteps;
        Heat();
    }

    /// <summary>
    /// What cannot be kept, and what relaxing it would cost; empty where everybody has a roster. Complete when all are
    /// built.
    /// </summary>
    public IReadOnlyList<Contradiction> Contradictions => _shapes.Found;

    /// <summary>No valid schedule costs less; null while nothing is known.</summary>
    public double? Bound => _bound is { } bound && double.IsFinite(bound.Best) ? Math.Max(0.0, bound.Best) : null;

    /// <summary>Moves of each lane so far.</summary>
    public long Steps { get; private set; }

    /// <summary>Whether every employee has been built once.</summary>
    public bool IsBuilt => _lanes[^1].IsBuilt;

    /// <summary>The best schedule so far: a copy.</summary>
    public Schedule Best => BestLane.BestSchedule();

    /// <summary>Of <see cref="Best"/>, from nothing.</summary>
    public ScheduleScore BestScore => Scoring.Of(_problem, BestLane.BestView);

    /// <summary>What the search counts for its best: the cost, and much for each breach. Cheap to ask.</summary>
    public double BestCost => BestLane.BestCost / (double)Weights.Scale;

    private Lane BestLane => _lanes.MinBy(lane => lane.BestCost)!;

    internal IReadOnlyList<Lane> Lanes => _lanes;

    /// <summary>One move of each lane: build one employee, or ruin and recreate a few.</summary>
    public void Step() => Run(1);

    /// <summary>So many moves of each lane.</summary>
    /// <param name="atOnce">
    /// Runs the actions it is given, in any order or beside each other, and returns when all are done. Null: one by
    /// one.
    /// </param>
    public void Run(long steps, Action<IReadOnlyList<Action>>? atOnce = null)
    {
        while (steps > 0)
        {
            var now = Math.Min(steps, IsBuilt ? StepsToLook() : 1);
            Action[] actions = IsBuilt
                ? [.. _lanes.Select(lane => (Action)(() => lane.Run(now))), .. BesideLanes(atOnce)]
                : [() => _lanes[0].Run(now)];
            if (atOnce is null || actions.Length == 1)
            {
                Array.ForEach(actions, action => action());
            }
            else
            {
                atOnce(actions);
            }

            (Steps, steps) = (Steps + now, steps - now);
            if (!IsBuilt && _lanes[0].IsBuilt)
            {
                Array.ForEach(_lanes[1..], lane => lane.Follow(_lanes[0]));
            }
            else if (Steps % _interval == 0 && IsBuilt)
            {
                Cool();
            }
        }
    }

    /// <summary>
    /// Begins a cooling from the best that ends after so many steps: for whoever knows the deadline and the speed.
    /// </summary>
    public void CoolWithin(long steps)
    {
        _cooling.Restart(Math.Max(1, steps / _interval));
        Expect(steps);
        Return();
        Heat();
    }

    /// <summary>The cooling that goes on ends after so many steps: for whoever has learnt more of the speed.</summary>
    public void EndWithin(long steps)
    {
        _cooling.EndWithin(Math.Max(1, steps / _interval));
        Expect(steps);
    }

    private void Cool()
    {
        if (_cooling.Next())
        {
            var isRelaxed = false;
            foreach (var employee in BestLane.Broken().ToList())
            {
                isRelaxed |= _shapes.Relax(employee);
            }

            if (isRelaxed)
            {
                Array.ForEach(_lanes, lane => lane.WeighBest());
                StopMixing();
            }

            Return();
        }

        Heat();
    }

    private void Return()
    {
        var best = BestLane;
        foreach (var lane in _lanes)
        {
            lane.Recount();
            lane.Adopt(best);
        }
    }

    private void Heat()
    {
        foreach (var lane in _lanes)
        {
            lane.Temperature = _cooling.Temperature;
        }
    }
}
