namespace Muster.Evaluation.Centres;

/// <summary>Cost and breaches of a contact centre's schedule.</summary>
public static class CentreEvaluator
{
    public static Verdict Evaluate(CentreInstance instance, CentreSolution solution)
    {
        var known = instance.Agents.Select(agent => agent.Id).ToHashSet();
        var unknown = solution.Shifts.Where(shift => !known.Contains(shift.Agent)).Select(shift =>
            new Breach(shift.Agent, shift.Day, "known agent", "is not in the instance."));
        var byAgent = solution.Shifts.ToLookup(shift => shift.Agent);
        var breaches = instance.Agents.SelectMany(agent =>
            new AgentCheck(instance, agent, [.. byAgent[agent.Id].OrderBy(shift => shift.Start)]).Breaches());
        return new(CentreCover.Of(instance, solution).Cost, [.. unknown, .. breaches]);
    }
}
