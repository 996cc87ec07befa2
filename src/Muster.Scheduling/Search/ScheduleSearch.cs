using Muster.Scheduling.Kernel;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Score;

namespace Muster.Scheduling.Search;

/// <summary>
/// A search that has a schedule from its first steps and improves it until told to stop. The same problem, options and
/// number of steps give the same schedule. Not thread-safe.
/// </summary>
public sealed class ScheduleSearch
{
    private readonly SchedulingProblem _problem;
    private readonly Lane _lane;

    public ScheduleSearch(SchedulingProblem problem, SearchOptions options)
    {
        _problem = problem;
        var cache = new SuccessionCache();
        var shapes = Enumerable.Range(0, problem.Employees.Count)
            .Select(employee => ShapeBuilder.Of(cache, problem, employee, new HashSet<int>())).ToArray();
        _lane = new Lane(problem, shapes, options);
    }

    public long Steps { get; private set; }

    /// <summary>The best schedule so far: a copy.</summary>
    public Schedule Best => _lane.BestSchedule();

    public ScheduleScore BestScore => Scoring.Of(_problem, Best);

    /// <summary>The cost that the search has for its best, scaled; cheap to ask.</summary>
    public double BestCost => _lane.BestCost / (double)Weights.Scale;

    public double CurrentCost => _lane.Cost / (double)Weights.Scale;

    /// <summary>One move: build one employee, or ruin and recreate a few.</summary>
    public void Step()
    {
        _lane.Step();
        Steps++;
    }
}
