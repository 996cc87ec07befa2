namespace Muster.Scheduling.Search;

/// <summary>Exponential noise with mean 1, read from a table at a random place: cheap in the hot loop.</summary>
internal sealed class NoiseTable
{
    private const int Size = 1 << 14;

    private readonly float[] _values = new float[Size];
    private readonly RandomSource _chance;

    public NoiseTable(RandomSource chance)
    {
        _chance = chance;
        for (var i = 0; i < Size; i++)
        {
            _values[i] = (float)-Math.Log(1 - chance.NextUnit());
        }
    }

    public void AddTo(Span<int> costs, float mean)
    {
        var (at, stride) = (_chance.Next(Size), (_chance.Next(Size / 2) * 2) + 1);
        for (var i = 0; i < costs.Length; i++)
        {
            costs[i] += (int)(_values[at] * mean);
            at = (at + stride) & (Size - 1);
        }
    }
}
