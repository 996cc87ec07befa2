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

    /// <summary><c>to[i] = from[i] + with[i]</c>; the caller keeps what is impossible small.</summary>
    public static void Add(int[] values, int to, int[] source, int from, (int[] Values, int At, int Count) with)
    {
        ref var target = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(values), to);
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(source), from);
        ref var second = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(with.Values), with.At);
        for (nuint i = 0; i < (nuint)with.Count; i += Width)
        {
            (Vector256.LoadUnsafe(ref first, i) + Vector256.LoadUnsafe(ref second, i)).StoreUnsafe(ref target, i);
        }
    }

    /// <summary><c>to[i] = min(to[i], from[i] + also[i] + add)</c>.</summary>
    public static void MinOfSum(
        int[] values, int to, int[] source, int from, (int[] Also, int Add, int Count) what)
    {
        ref var target = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(values), to);
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(source), from);
        ref var also = ref MemoryMarshal.GetArrayDataReference(what.Also);
        var add = Vector256.Create(what.Add);
        for (nuint i = 0; i < (nuint)what.Count; i += Width)
        {
            var sum = Vector256.LoadUnsafe(ref first, i) + Vector256.LoadUnsafe(ref also, i) + add;
            Vector256.Min(Vector256.LoadUnsafe(ref target, i), sum).StoreUnsafe(ref target, i);
        }
    }

    /// <summary>The least of so many.</summary>
    public static int Least(int[] values, int from, int count)
    {
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(values), from);
        var least = Vector256.LoadUnsafe(ref first);
        for (nuint i = Width; i < (nuint)count; i += Width)
        {
            least = Vector256.Min(least, Vector256.LoadUnsafe(ref first, i));
        }

        var best = least[0];
        for (var lane = 1; lane < Width; lane++)
        {
            best = Math.Min(best, least[lane]);
        }

        return best;
    }

    /// <summary>Where a value is among so many; it is there.</summary>
    public static int IndexOf(int[] values, int from, int count, int value) =>
        values.AsSpan(from, count).IndexOf(value);
}
