using Muster.Simulation.Centre;

namespace Muster.Simulation.Staffing;

/// <summary>
/// Simulates staffings of one problem, each once. All meet the same calls (common random numbers), so that the better
/// of two shows with far fewer calls than each figure needs by itself.
/// </summary>
internal sealed class StaffingEvaluator(StaffingProblem problem, CancellationToken token)
{
    private readonly Dictionary<string, StaffingEvaluation> _known = [];

    public int Simulated => _known.Count;

    public StaffingEvaluation Of(IReadOnlyList<int> agents)
    {
        var key = string.Join(',', agents);
        if (!_known.TryGetValue(key, out var evaluation))
        {
            _known[key] = evaluation = Simulate(agents);
        }

        return evaluation;
    }

    public double CostOf(IReadOnlyList<int> agents) => agents.Select((count, i) => count * Cost(i)).Sum();

    public double Cost(int group) => problem.Costs?[group] ?? 1;

    private StaffingEvaluation Simulate(IReadOnlyList<int> agents)
    {
        var result = Simulator.Run(With(problem.Model, agents), problem.Simulation, token);
        var check = GoalCheck.Of(problem, result.Total);
        return new StaffingEvaluation(agents, CostOf(agents), check.Shortfall, check.Missed, result);
    }

    private static CentreModel With(CentreModel model, IReadOnlyList<int> agents) => model with
    {
        Groups = [.. model.Groups.Select((group, i) => group with { AlwaysOnQueue = agents[i] })],
    };
}
