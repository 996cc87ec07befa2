using System.Runtime.Intrinsics;

namespace Muster.Forecasting.Staffing;

/// <summary>
/// The integral of exp(a (1 - e^(-r x)) / r - m x) over x &gt; 0 as the series sum of a^k / (m (m+r) ... (m+kr)), which
/// is M(1, m/r + 1, a/r) / m of the confluent hypergeometric functions. All terms are positive: nothing cancels.
/// </summary>
internal static class WaitSeries
{
    private const double Negligible = 1e-17;

    /// <summary>
    /// Four series at once, and the same with term k times k + 1.
    /// </summary>
    // Hot loop: two terms share a division, and queues share the loop.
    public static Vector256<double> Sum(
        Vector256<double> first, Vector256<double> load, double rate, out Vector256<double> weighted)
    {
        var two = Vector256.Create(2.0);
        var step = Vector256.Create(rate);
        var stride = step + step;
        var square = load * load;
        var near = first;
        var product = Vector256<double>.One;
        var sum = Vector256<double>.Zero;
        var order = Vector256<double>.One;
        weighted = sum;
        do
        {
            var far = near + step;
            // The next two terms are rest * far and rest * load. No division waits for the one before.
            var inverse = Vector256<double>.One / (near * far);
            var rest = product * inverse;
            var next = rest * load;
            var even = rest * far;
            sum += even + next;
            weighted += (order * (even + next)) + next;
            product *= inverse * square;
            order += two;
            near += stride;
        }
        while (!Vector256.LessThanAll(product, sum * near * Negligible));

        return sum;
    }

    /// <summary>The series' negative derivative by m: the integral with the factor x.</summary>
    // Hot loop: as many steps as terms.
    public static double Delay(double first, double load, double rate)
    {
        var (term, inverses, sum, at) = (1.0, 0.0, 0.0, first);
        double added;
        do
        {
            var inverse = 1 / at;
            term *= inverse;
            inverses += inverse;
            added = term * inverses;
            sum += added;
            term *= load;
            at += rate;
        }
        while (added > sum * Negligible);

        return sum;
    }
}
