using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Muster.Scheduling.Kernel;

/// <summary>Steps of the dynamic programme over a row of counts, eight at a time.</summary>
internal static class Lanes
{
    /// <summary>Counts per vector; rows are padded to it.</summary>
    public const int Width = 8;

    /// <summary><c>to[i] = min(to[i], from[i] + add)</c>; touches up to <see cref="Width"/> - 1 more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MinPlus(int[] values, int to, int[] source, int from, (int Add, int Count) what)
    {
        ref var target = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(values), to);
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(source), from);
        var add = Vector256.Create(what.Add);
        for (nuint i = 0; i < (nuint)what.Count; i += Width)
        {
            var sum = Vector256.LoadUnsafe(ref first, i) + add;
            Vector256.Min(Vector256.LoadUnsafe(ref target, i), sum).StoreUnsafe(ref target, i);
        }
    }
}
