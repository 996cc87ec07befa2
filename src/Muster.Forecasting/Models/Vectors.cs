using System.Numerics;
using System.Runtime.InteropServices;

namespace Muster.Forecasting.Models;

/// <summary>The few operations on vectors that the models spend their time in.</summary>
internal static class Vectors
{
    public static double Dot(ReadOnlySpan<double> one, ReadOnlySpan<double> two)
    {
        var sums = Vector<double>.Zero;
        var wideOne = MemoryMarshal.Cast<double, Vector<double>>(one);
        var wideTwo = MemoryMarshal.Cast<double, Vector<double>>(two);
        for (var i = 0; i < wideOne.Length; i++)
        {
            sums += wideOne[i] * wideTwo[i];
        }

        var sum = Vector.Sum(sums);
        for (var i = wideOne.Length * Vector<double>.Count; i < one.Length; i++)
        {
            sum += one[i] * two[i];
        }

        return sum;
    }

    /// <summary>target += factor * other.</summary>
    public static void Add(Span<double> target, double factor, ReadOnlySpan<double> other)
    {
        var wideTarget = MemoryMarshal.Cast<double, Vector<double>>(target);
        var wideOther = MemoryMarshal.Cast<double, Vector<double>>(other);
        for (var i = 0; i < wideTarget.Length; i++)
        {
            wideTarget[i] += factor * wideOther[i];
        }

        for (var i = wideTarget.Length * Vector<double>.Count; i < target.Length; i++)
        {
            target[i] += factor * other[i];
        }
    }
}
