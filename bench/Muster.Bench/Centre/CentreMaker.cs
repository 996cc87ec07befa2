using System.Globalization;
using Muster.Evaluation.Centres;

namespace Muster.Bench.Centre;

/// <summary>
/// Contact centres of any size: agents with plans, skills and days off drawn from a seed, and about as many calls as
/// they can serve: the requirement is 102 % of their time on queue when plans that leave room are worked halfway.
/// </summary>
internal static class CentreMaker
{
    private const double Occupied = 1.02;
    private const double DaysOff = 0.03;

    /// <summary>
    /// Bits of service, retail, trading. Nights are only for those with retail, whose calls come round the clock.
    /// </summary>
    private static readonly (int Skills, double Share)[] Skills =
        [(0b001, 0.34), (0b010, 0.22), (0b100, 0.04), (0b011, 0.18), (0b110, 0.12), (0b111, 0.10)];

    public static CentreInstance Make(CentreDemand demand, CentreSize size, int seed)
    {
        var random = new Random(seed);
        var days = 7 * size.Weeks;
        var agents = Plans(size.Agents).Select((plan, index) => Agent(index, plan, days, random)).ToList();
        return new CentreInstance
        {
            Days = days,
            Groups = CentreDemand.Names,
            Agents = agents,
            Required = Scaled(demand, agents, days),
        };
    }

    private static IEnumerable<WorkPlan> Plans(int agents)
    {
        var (made, share) = (0, 0.0);
        foreach (var (plan, part) in CentrePlans.All)
        {
            share += part;
            for (; made < (int)Math.Round(agents * share); made++)
            {
                yield return plan;
            }
        }
    }

    /// <summary>One day off in two weeks at most: five days a week then fit beside two free weekends.</summary>
    private static CentreAgent Agent(int index, WorkPlan plan, int days, Random random)
    {
        var off = Enumerable.Range(0, days).Where(_ => random.NextDouble() < DaysOff)
            .GroupBy(day => day / 14).SelectMany(fortnight => fortnight.Take(1));
        return new(
            string.Create(CultureInfo.InvariantCulture, $"a{index}"), plan, DrawSkills(plan, random), off.ToHashSet());
    }

    private static int DrawSkills(WorkPlan plan, Random random)
    {
        var fit = Skills.Where(set => plan.Name != "nights" || (set.Skills & 0b010) != 0).ToArray();
        var left = random.NextDouble() * fit.Sum(set => set.Share);
        return fit.First(set => (left -= set.Share) <= 0 || set == fit[^1]).Skills;
    }

    /// <summary>By halving, for the requirement is no smooth function of the calls.</summary>
    private static int[,] Scaled(CentreDemand demand, List<CentreAgent> agents, int days)
    {
        var aim = Occupied * agents.Sum(agent => SlotsOnQueue(agent.Plan)) * days / 7;
        var (low, high) = (0.0, (double)agents.Count);
        while (high - low > 1e-4 * high)
        {
            var middle = (low + high) / 2;
            var needed = demand.Required(middle, days).Cast<int>().Sum();
            (low, high) = needed > aim ? (low, middle) : (middle, high);
        }

        return demand.Required(low, days);
    }

    /// <summary>A week with as much paid time as the plan asks at least, halfway to its most.</summary>
    private static double SlotsOnQueue(WorkPlan plan)
    {
        var paid = (plan.MinMinutesPerWeek + plan.MaxMinutesPerWeek) / 2.0;
        var days = (plan.MinDaysPerWeek + plan.MaxDaysPerWeek) / 2.0;
        var breaks = plan.RestsOf((int)(paid / days)).Where(rest => rest.IsPaid).Sum(rest => rest.Minutes);
        return (paid - (days * breaks)) / CentreInstance.SlotMinutes;
    }
}
