using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Muster.Forecasting.Models;

/// <summary>
/// The few operations on vectors that the models spend their time in. Four at a time on every processor: a sum depends
/// on its order, and the same history gives the same forecast everywhere.
/// </summary>
internal static class Vectors
{
    public static double Dot(ReadOnlySpan<double> one, ReadOnlySpan<double> two)
    {
        var sums = Vector256<double>.Zero;
        var wideOne = MemoryMarshal.Cast<double, Vector256<double>>(one);
        var wideTwo = MemoryMarshal.Cast<double, Vector256<double>>(two);
        for (var i = 0; i < wideOne.Length; i++)
        {
            sums += wideOne[i] * wideTwo[i];
        }

        var sum = sums[0] + sums[1] + (sums[2] + sums[3]);
        for (var i = wideOne.Length * Vector256<double>.Count; i < one.Length; i++)
        {
            sum += one[i] * two[i];
        }

        return sum;
    }

    /// <summary>target += factor * other.</summary>
    public static void Add(Span<double> target, double factor, ReadOnlySpan<double> other)
    {
        var wideTarget = MemoryMarshal.Cast<double, Vector256<double>>(target);
        var wideOther = MemoryMarshal.Cast<double, Vector256<double>>(other);
        for (var i = 0; i < wideTarget.Length; i++)
        {
            wideTarget[i] += factor * wideOther[i];
        }

        for (var i = wideTarget.Length * Vector256<double>.Count; i < target.Length; i++)
        {
            target[i] += factor * other[i];
        }
    }
}
