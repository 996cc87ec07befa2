using NodaTime;

namespace Muster.Server.Intraday;

/// <summary>
/// Agents by planning group and interval. Nobody is counted twice: whoever can serve several groups is shared among
/// them as they need agents in that interval, and evenly where none does. Pure.
/// </summary>
public static class GroupShares
{
    /// <param name="needs">By planning group and interval: agents required.</param>
    /// <returns>By planning group and interval: agents, on average over the interval.</returns>
    public static double[][] Of(
        IEnumerable<AgentPresence> agents, IReadOnlyList<Interval> intervals,
        IReadOnlyList<IReadOnlyList<double>> needs)
    {
        var shares = needs.Select(_ => new double[intervals.Count]).ToArray();
        foreach (var same in agents.GroupBy(agent => string.Join(',', agent.Groups)))
        {
            var people = new double[intervals.Count];
            foreach (var time in same.SelectMany(agent => agent.OnQueue))
            {
                Count(people, intervals, time);
            }

            Share(shares, same.First().Groups, people, needs);
        }

        return shares;
    }

    private static void Count(double[] people, IReadOnlyList<Interval> intervals, Interval time)
    {
        for (var index = 0; index < people.Length; index++)
        {
            var slot = intervals[index];
            var overlap = Instant.Min(slot.End, time.End) - Instant.Max(slot.Start, time.Start);
            people[index] += overlap > Duration.Zero ? overlap / slot.Duration : 0;
        }
    }

    private static void Share(
        double[][] shares, IReadOnlyList<int> groups, double[] people, IReadOnlyList<IReadOnlyList<double>> needs)
    {
        for (var index = 0; index < people.Length; index++)
        {
            var needed = groups.Sum(group => needs[group][index]);
            foreach (var group in groups)
            {
                var part = needed > 0 ? needs[group][index] / needed : 1.0 / groups.Count;
                shares[group][index] += people[index] * part;
            }
        }
    }
}
