using System.Runtime.Intrinsics;

namespace Muster.Forecasting.Staffing;

/// <summary>
/// A group of lines or agents without a queue (Erlang, 1917): who finds all of them busy is turned away. Loads are in
/// erlang: contacts a second times mean handle seconds.
/// </summary>
public static class ErlangB
{
    private const double Negligible = 1e-17;

    /// <summary>The part of contacts that is turned away, 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative servers; a load below 0 or no number.</exception>
    public static double Blocking(int servers, double load)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(servers);
        CheckLoad(load);
        return load == 0 ? (servers == 0 ? 1 : 0) : 1 / Inverse(servers, load);
    }

    /// <summary>The fewest lines that turn away no more than this part.</summary>
    /// <param name="mostBlocking">Over 0, at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument out of its range.</exception>
    public static int LinesFor(double load, double mostBlocking)
    {
        CheckLoad(load);
        if (!(mostBlocking is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(mostBlocking), mostBlocking, "must be over 0, at most 1.");
        }

        var most = (1 + GoalLimits.Tolerance) * mostBlocking;
        var (inverse, lines) = (1.0, 0);
        while (load > 0 && inverse * most < 1)
        {
            inverse = 1 + (++lines / load * inverse);
        }

        return lines;
    }

    /// <summary>
    /// One over the blocking: the sum over j of n (n-1) ... (n-j+1) / a^j, from its first term on, which ends soon
    /// after n-j has passed below a. Infinite where the blocking is too small for a number.
    /// </summary>
    internal static double Inverse(int servers, double load)
    {
        if (servers > (4 * load) + 1200)
        {
            return double.PositiveInfinity;
        }

        return servers < 8 || load < 0.01 ? Upward(servers, load) : Downward(servers, load);
    }

    private static double Upward(int servers, double load)
    {
        var inverse = 1.0;
        for (var k = 1; k <= servers; k++)
        {
            inverse = 1 + (k / load * inverse);
        }

        return inverse;
    }

    // Hot loop: four terms at a time, for one after the other waits for each product.
    private static double Downward(int servers, double load)
    {
        var (perLoad, two) = (1 / load, 1 / (load * load));
        var n = (double)servers;
        var first = n * perLoad;
        var second = first * (n - 1) * perLoad;
        var term = Vector256.Create(1, first, second, second * (n - 2) * perLoad);
        var left = Vector256.Create(n, n - 1, n - 2, n - 3);
        var scale = Vector256.Create(two * two);
        var (one, three) = (Vector256<double>.One, Vector256.Create(3.0));
        var sum = Vector256<double>.Zero;
        while (!Vector256.LessThanAll(term, sum * Negligible))
        {
            sum += term;
            // k (k-1) (k-2) (k-3) = (k²-3k) (k²-3k+2): exactly 0 where the sum ends.
            var pair = left * (left - three);
            term *= pair * (pair + one + one) * scale;
            left -= Vector256.Create(4.0);
            if (left[0] < -4)
            {
                break;
            }
        }

        var total = Vector256.Sum(sum);
        return double.IsNaN(total) ? double.PositiveInfinity : total;
    }

    private static void CheckLoad(double load)
    {
        if (!(load >= 0 && load <= Workload.MostLoad))
        {
            throw new ArgumentOutOfRangeException(nameof(load), load, $"must be 0 to {Workload.MostLoad:0} erlang.");
        }
    }
}
