using Muster.Simulation.Centre;
using Muster.Simulation.Chance;

namespace Muster.Simulation.Tests.Reference;

/// <summary>
/// The call centre of L'Ecuyer's SSJ and ContactCenters examples: rates and agents by the hour, a gamma(10) day factor,
/// one caller in ten with no patience at all.
/// </summary>
internal static class PublishedDay
{
    private const int Hours = 13;
    private const int Values = 20_000;

    private static readonly double[] PerHour = [100, 150, 150, 180, 200, 150, 150, 150, 120, 100, 80, 70, 60];

    private static readonly int[] AgentsAt = [4, 6, 8, 8, 8, 7, 8, 8, 6, 6, 4, 4, 4];

    public static CentreModel Model() => new()
    {
        Queues =
        [
            new CallQueue
            {
                Name = "calls",
                Arrivals = Arrivals.ByInterval(PerHour, Centres.Hour),
                HandleTime = Distribution.Exponential(100),
                Patience = Distribution.Empirical(Patience()),
                DayFactor = Distribution.Empirical(Gamma10()),
            },
        ],
        Groups = [Centres.Group("all", 0, new QueueSkill("calls"))],
        Agents = [.. Enumerable.Range(0, AgentsAt.Max()).Select(Agent)],
        HorizonSeconds = Hours * Centres.Hour,
        IntervalSeconds = Centres.Hour,
    };

    private static CentreAgent Agent(int number) => new()
    {
        Name = $"agent {number}",
        Group = "all",
        Schedule =
        [
            .. Enumerable.Range(0, Hours).Where(hour => AgentsAt[hour] > number).Select(hour =>
                new ScheduledActivity(hour * Centres.Hour, (hour + 1) * Centres.Hour, AgentActivity.OnQueue)),
        ],
    };

    private static IEnumerable<double> Patience()
    {
        var patient = Distribution.Exponential(1000);
        return Enumerable.Range(0, Values).Select(i =>
            i < Values / 10 ? 0 : patient.At((i + 0.5 - (Values / 10)) / (Values * 0.9)));
    }

    /// <summary>Sums of ten exponentials, divided by their mean.</summary>
    private static IEnumerable<double> Gamma10()
    {
        var (stream, one) = (RandomStream.Of(99), Distribution.Exponential(0.1));
        return Enumerable.Range(0, Values)
            .Select(i => Enumerable.Range(0, 10).Sum(part => one.At(stream.At((ulong)((10 * i) + part)))));
    }
}
