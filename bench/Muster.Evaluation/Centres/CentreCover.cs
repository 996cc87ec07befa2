namespace Muster.Evaluation.Centres;

/// <summary>
/// How many of the required agents are there, in agent-slots. An agent with several skills counts once: in each slot
/// those on queue are shared out so that as many as possible of the required are there.
/// </summary>
public sealed record CentreCover(long Required, long OnQueue, long Served)
{
    public long Missing => Required - Served;

    public long Excess => OnQueue - Served;

    public long Cost => (Missing * CentreInstance.UnderWeight) + (Excess * CentreInstance.OverWeight);

    public static CentreCover Of(CentreInstance instance, CentreSolution solution)
    {
        var skills = instance.Agents.ToDictionary(agent => agent.Id, agent => agent.Skills);
        var supply = new int[instance.Slots, 1 << instance.Groups.Count];
        foreach (var shift in solution.Shifts)
        {
            var mine = skills.GetValueOrDefault(shift.Agent);
            foreach (var slot in shift.OnQueue().Where(slot => slot >= 0 && slot < instance.Slots))
            {
                supply[slot, mine]++;
            }
        }

        return Enumerable.Range(0, instance.Slots).Aggregate(new CentreCover(0, 0, 0), (sum, slot) =>
            new(sum.Required + Sum(instance, slot), sum.OnQueue + Sum(supply, slot),
                sum.Served + MostServed(instance, supply, slot)));
    }

    private static int Sum(CentreInstance instance, int slot) =>
        Enumerable.Range(0, instance.Groups.Count).Sum(group => instance.Required[group, slot]);

    private static int Sum(int[,] supply, int slot) =>
        Enumerable.Range(0, supply.GetLength(1)).Sum(skills => supply[slot, skills]);

    /// <summary>
    /// The greatest flow from skill sets to groups is the smallest cut: for some groups their whole requirement, and
    /// everybody who can serve another group.
    /// </summary>
    private static int MostServed(CentreInstance instance, int[,] supply, int slot)
    {
        var (groups, smallest) = (instance.Groups.Count, int.MaxValue);
        for (var cut = 0; cut < 1 << groups; cut++)
        {
            var flow = 0;
            for (var group = 0; group < groups; group++)
            {
                flow += (cut >> group & 1) * instance.Required[group, slot];
            }

            for (var skills = 0; skills < 1 << groups; skills++)
            {
                flow += (skills & ~cut) != 0 ? supply[slot, skills] : 0;
            }

            smallest = Math.Min(smallest, flow);
        }

        return smallest;
    }
}
