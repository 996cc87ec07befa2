using Muster.Simulation.Chance;

namespace Muster.Server.Simulate;

/// <summary>How long calls take, some of them five times as long as the others.</summary>
public static class CallTimes
{
    private const int Values = 2_000;
    private const double LongFactor = 5;
    private const double Deviation = 0.9;

    /// <param name="meanSeconds">Of all calls together.</param>
    /// <param name="longShare">0 to 1.</param>
    public static Distribution Of(double meanSeconds, double longShare)
    {
        var usual = Distribution.Lognormal(meanSeconds / (1 + (longShare * (LongFactor - 1))), Deviation);
        var many = (int)Math.Round(Values * longShare);
        var drawn = Drawn(usual, Values - many).Concat(Drawn(usual, many).Select(value => value * LongFactor)).ToList();

        // What a table of values leaves out at its ends comes back to all of them.
        var whole = meanSeconds / drawn.Average();
        return Distribution.Empirical(drawn.Select(value => value * whole));
    }

    private static IEnumerable<double> Drawn(Distribution of, int count) =>
        Enumerable.Range(0, count).Select(i => of.At((i + 0.5) / count));
}
