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
public sealed class ScheduleSearch
{
    private readonly SchedulingProblem _problem;
    private readonly Lane[] _lanes;
    private readonly Cooling _cooling;
    private readonly long _interval;

    /// <exception cref="ArgumentException">The problem is wrong; each field is named with its remedy.</exception>
    public ScheduleSearch(SchedulingProblem problem, SearchOptions options)
    {
        ProblemChecks.Require(problem);
        _problem = problem;
        var shapes = RelaxedShapes.Of(problem);
        Contradictions = shapes.Contradictions;
        _lanes = [.. Enumerable.Range(0, Math.Max(1, options.Lanes))
            .Select(lane => new Lane(problem, shapes.Shapes, options, lane))];
        _cooling = new Cooling(options);
        _interval = Math.Max(1, options.CoolingSteps / Cooling.Parts);
        Heat();
    }

    /// <summary>What cannot be kept, and what relaxing it would cost; empty where everybody has a roster.</summary>
    public IReadOnlyList<Contradiction> Contradictions { get; }

    /// <summary>Moves of each lane so far.</summary>
    public long Steps { get; private set; }

    /// <summary>Whether every employee has been built once.</summary>
    public bool IsBuilt => _lanes.All(lane => lane.IsBuilt);

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
    /// Runs the actions it is given, in any order or beside each other, and returns when all are done; null: one by one.
    /// </param>
    public void Run(long steps, Action<IReadOnlyList<Action>>? atOnce = null)
    {
        while (steps > 0)
        {
            var now = Math.Min(steps, _interval - (Steps % _interval));
            Action[] actions = [.. _lanes.Select(lane => (Action)(() => lane.Run(now)))];
            if (atOnce is null || _lanes.Length == 1)
            {
                Array.ForEach(actions, action => action());
            }
            else
            {
                atOnce(actions);
            }

            (Steps, steps) = (Steps + now, steps - now);
            if (Steps % _interval == 0 && IsBuilt)
            {
                Cool();
            }
        }
    }

    private void Cool()
    {
        if (_cooling.Next())
        {
            var best = BestLane;
            foreach (var lane in _lanes)
            {
                lane.Adopt(best);
            }
        }

        Heat();
    }

    private void Heat()
    {
        foreach (var lane in _lanes)
        {
            lane.Temperature = _cooling.Temperature;
        }
    }
}
