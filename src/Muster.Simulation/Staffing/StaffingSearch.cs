using Muster.Simulation.Centre;

namespace Muster.Simulation.Staffing;

/// <summary>
/// Multi-skill staffing by simulation. It starts near the offered load, adds the agent who closes most of the shortfall
/// for the cost until all goals are met, then takes away and exchanges agents while they stay met. The result is a
/// local optimum under one set of random numbers, in the spirit of Cezik and L'Ecuyer, Staffing Multiskill Call Centers
/// via Linear Programming and Simulation, Management Science 54 (2008), but without their cuts: it is not proven
/// smallest.
/// </summary>
public sealed class StaffingSearch
{
    private readonly StaffingProblem _problem;
    private readonly StaffingEvaluator _evaluator;

    private StaffingSearch(StaffingProblem problem, CancellationToken token)
    {
        StaffingChecks.Check(problem);
        (_problem, _evaluator) = (problem, new StaffingEvaluator(problem, token));
    }

    /// <summary>What a given staffing reaches.</summary>
    /// <param name="agents">Per group, in the order of the model.</param>
    /// <exception cref="ArgumentException">The problem or the numbers are wrong; the remedy is named.</exception>
    public static StaffingEvaluation Evaluate(
        StaffingProblem problem, IReadOnlyList<int> agents, CancellationToken token)
    {
        var groups = problem.Model.Groups.Count;
        return agents.Count == groups
            ? new StaffingSearch(problem, token)._evaluator.Of(agents)
            : throw new ArgumentException(
                $"agents has {agents.Count} numbers for {groups} groups.\nMaybe 0 for a group that is not there.",
                nameof(agents));
    }

    /// <summary>Looks for the cheapest staffing that meets all goals.</summary>
    /// <exception cref="ArgumentException">The problem is wrong; each field is named with its remedy.</exception>
    public static StaffingAnswer Smallest(StaffingProblem problem, CancellationToken token)
    {
        var search = new StaffingSearch(problem, token);
        var found = search.Grow(search._evaluator.Of(search.FirstGuess()));
        if (found.IsMet)
        {
            found = search.Shrink(found);
            return new StaffingAnswer(found, search._evaluator.Simulated, null);
        }

        return new StaffingAnswer(found, search._evaluator.Simulated, search.ReasonFor(found));
    }

    /// <summary>The given numbers; without any, each queue's load shared by those who serve it.</summary>
    private int[] FirstGuess()
    {
        var model = _problem.Model;
        int[] given = [.. model.Groups.Select(group => group.AlwaysOnQueue)];
        if (given.Any(count => count > 0))
        {
            return given;
        }

        var loads = new double[given.Length];
        foreach (var queue in model.Queues)
        {
            var serving = model.Groups.Index().Where(entry => Serves(entry.Item, queue)).Select(entry => entry.Index);
            int[] groups = [.. serving];
            foreach (var group in groups)
            {
                loads[group] += LoadOf(queue) / groups.Length;
            }
        }

        int[] guess = [.. loads.Select(load => (int)Math.Ceiling(load))];
        return guess.Sum() <= _problem.MostAgents ? guess : given;
    }

    /// <summary>In agents, on average over the horizon.</summary>
    private double LoadOf(CallQueue queue) => queue.Arrivals.ExpectedIn(_problem.Model.HorizonSeconds)
        * (queue.HandleTime.Mean + queue.AfterCallWork.Mean) / _problem.Model.HorizonSeconds;

    private static bool Serves(AgentGroup group, CallQueue queue) =>
        group.Skills.Any(skill => skill.Queue == queue.Name);

    /// <summary>Adds agents until all goals are met, nobody helps any more or there are too many.</summary>
    private StaffingEvaluation Grow(StaffingEvaluation from)
    {
        var step = 1;
        while (!from.IsMet && from.Agents.Sum() + step <= _problem.MostAgents)
        {
            var best = Enumerable.Range(0, from.Agents.Count).Select(group => _evaluator.Of(Changed(from, group, step)))
                .MaxBy(next => Gain(from, next));
            if (best is not null && Gain(from, best) > 0)
            {
                (from, step) = (best, 1);
            }
            else if ((step *= 2) > Math.Max(8, from.Agents.Sum()))
            {
                break;
            }
        }

        return from;
    }

    /// <summary>What is gained for the cost; of two that meet the goals, the cheaper gains more.</summary>
    private static double Gain(StaffingEvaluation from, StaffingEvaluation next) =>
        (from.Shortfall - next.Shortfall) / (next.Cost - from.Cost);

    private StaffingEvaluation Shrink(StaffingEvaluation from)
    {
        while (Cheaper(from) is { } better)
        {
            from = better;
        }

        return from;
    }

    /// <summary>
    /// A cheaper staffing that meets the goals: one agent less, one exchanged, two exchanged for one.
    /// </summary>
    private StaffingEvaluation? Cheaper(StaffingEvaluation from)
    {
        var groups = Enumerable.Range(0, from.Agents.Count).ToList();
        var fewer = groups.Select(group => Changed(from, group, -1));
        var exchanged = groups.SelectMany(less => groups.Where(more => more != less), (less, more) => (less, more))
            .Select(pair => Changed(Changed(from, pair.less, -1), pair.more, +1));
        var twoForOne = groups.SelectMany(one => groups.Where(two => two >= one), (one, two) => (one, two))
            .SelectMany(pair => groups.Where(more => more != pair.one && more != pair.two), (pair, more) =>
                Changed(Changed(Changed(from, pair.one, -1), pair.two, -1), more, +1));
        return fewer.Concat(exchanged).Concat(twoForOne)
            .Where(agents => agents.All(count => count >= 0) && _evaluator.CostOf(agents) < from.Cost)
            .OrderBy(_evaluator.CostOf)
            .Select(_evaluator.Of)
            .FirstOrDefault(next => next.IsMet);
    }

    private static int[] Changed(StaffingEvaluation from, int group, int by) => Changed([.. from.Agents], group, by);

    private static int[] Changed(int[] agents, int group, int by)
    {
        int[] changed = [.. agents];
        changed[group] += by;
        return changed;
    }

    private string ReasonFor(StaffingEvaluation found)
    {
        var remarks = found.Result.Remarks;
        return remarks.Count > 0
            ? remarks[0]
            : $"{found.Agents.Sum()} agents do not meet the goals, and more do not help or pass {_problem.MostAgents}. "
                + found.Missed[0]
                + "\nMaybe the goal is out of reach, or too few calls are simulated to judge it.";
    }
}
