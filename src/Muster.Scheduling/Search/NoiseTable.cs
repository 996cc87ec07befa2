using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Muster.Scheduling.Kernel;

namespace Muster.Scheduling.Search;

/// <summary>
/// Noise on costs such that the cheapest of several is each with the chance that it has at a temperature (Gumbel's
/// distribution, mean 0), read from a table at random places: cheap in the hot loop.
/// </summary>
internal sealed class NoiseTable
{
    private const int Size = 1 << 14;
    private const int Chunk = 256;
    private const double EulerGamma = 0.577_215_664_9;

    private readonly float[] _values = new float[Size + Chunk + Lanes.Width];
    private readonly RandomSource _chance;

    public NoiseTable(RandomSource chance)
    {
        _chance = chance;
        for (var i = 0; i < _values.Length; i++)
        {
            _values[i] = (float)(Math.Log(-Math.Log(1 - chance.NextUnit())) + EulerGamma);
        }
    }

    public void AddTo(Span<int> costs, float scale)
    {
        for (var from = 0; from < costs.Length; from += Chunk)
        {
            var part = costs.Slice(from, Math.Min(Chunk, costs.Length - from));
            Add(part, _chance.Next(Size), scale);
        }
    }

    private void Add(Span<int> costs, int at, float scale)
    {
        ref var first = ref MemoryMarshal.GetReference(costs);
        ref var noise = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_values), at);
        var factor = Vector256.Create(scale);
        var i = 0;
        for (; i + Lanes.Width <= costs.Length; i += Lanes.Width)
        {
            var more = Vector256.ConvertToInt32(Vector256.LoadUnsafe(ref noise, (nuint)i) * factor);
            (Vector256.LoadUnsafe(ref first, (nuint)i) + more).StoreUnsafe(ref first, (nuint)i);
        }

        for (; i < costs.Length; i++)
        {
            costs[i] += (int)(_values[at + i] * scale);
        }
    }
}
