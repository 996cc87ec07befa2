namespace Muster.Adherence.Events;

/// <summary>The events of an agent, in the order of corrected times and, within a millisecond, of sequence.</summary>
internal struct EventList
{
    private const int Step = 32;

    private KeptEvent[]? _items;

    public int Count { get; private set; }

    public readonly ref readonly KeptEvent this[int index] => ref _items![index];

    /// <summary>The place at which an event belongs, and whether it is there already.</summary>
    public readonly (int Index, bool IsThere) Find(in KeptEvent one, SourceClocks clocks)
    {
        var at = clocks.Correct(one);
        var isLast = Count == 0 || !IsAfter(_items![Count - 1], clocks, at, one.Seq);
        var index = isLast ? Count : Halve(clocks, at, one.Seq);
        return (index, index > 0 && clocks.Correct(_items![index - 1]) == at && _items![index - 1].Seq == one.Seq);
    }

    public void Insert(int index, in KeptEvent one)
    {
        if (Count == (_items?.Length ?? 0))
        {
            // Doubled while short, then by steps: most of the memory is here.
            Array.Resize(ref _items, Count < Step ? Math.Max(4, Count * 2) : Count + Math.Max(Step, Count / 4));
        }

        Array.Copy(_items!, index, _items!, index + 1, Count - index);
        _items![index] = one;
        Count++;
    }

    /// <summary>Drops those before an index.</summary>
    public void DropBefore(int index)
    {
        if (index > 0)
        {
            _items = _items![index..Count];
            Count = _items.Length;
        }
    }

    /// <summary>Puts them in order once more, after clocks have changed.</summary>
    public readonly void Sort(SourceClocks clocks) => _items.AsSpan(0, Count).Sort((one, other) =>
        (clocks.Correct(one), one.Seq).CompareTo((clocks.Correct(other), other.Seq)));

    /// <summary>How many lie before a second, or in it.</summary>
    public readonly int CountUpTo(uint second, SourceClocks clocks)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (clocks.Second(_items![middle]) <= second)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static bool IsAfter(in KeptEvent one, SourceClocks clocks, long at, long seq) =>
        clocks.Correct(one) is var own && (own > at || (own == at && one.Seq > seq));

    private readonly int Halve(SourceClocks clocks, long at, long seq)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (IsAfter(_items![middle], clocks, at, seq))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
