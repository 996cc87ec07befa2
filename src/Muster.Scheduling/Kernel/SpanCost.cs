namespace Muster.Scheduling.Kernel;

/// <summary>What counts in a span of days cost: a table by count, and which counts break nothing hard.</summary>
internal sealed class SpanCost(int from, int to)
{
    private readonly List<(int Weight, bool IsHard, Func<int, int> Amount)> _terms = [];
    private int[] _table = [];

    public int From { get; } = from;

    /// <summary>Exclusive.</summary>
    public int To { get; } = to;

    /// <summary>Counts above this one break a hard maximum.</summary>
    public int HardMost { get; private set; }

    /// <summary>Counts below this one break a hard minimum.</summary>
    public int HardLeast { get; private set; }

    /// <summary>The highest count the table has.</summary>
    public int Highest => _table.Length - 1;

    /// <summary>Of the counts that cost least the one nearest to a count.</summary>
    public int NearestLeast(int count)
    {
        var (least, nearest) = (_table.Min(), -1);
        for (var other = 0; other < _table.Length; other++)
        {
            var isNearer = nearest < 0 || Math.Abs(other - count) < Math.Abs(nearest - count);
            nearest = _table[other] == least && isNearer ? other : nearest;
        }

        return nearest;
    }

    /// <summary>Whether nothing hard depends on the count.</summary>
    public bool IsSoft => HardLeast == 0 && HardMost == Highest;

    /// <summary>
    /// About how many the days from one on will have, where they are still to be built: their share of the whole.
    /// </summary>
    public int ExpectedFrom(int day)
    {
        var whole = HardMost == Highest ? HardLeast : HardLeast == 0 ? HardMost : (HardLeast + HardMost) / 2;
        var days = Math.Clamp(To - day, 0, To - From);
        return (int)((long)whole * days / (To - From));
    }

    public void Add(int weight, bool isHard, Func<int, int> amount) => _terms.Add((weight, isHard, amount));

    /// <param name="unit">What one count is in the rules' own measure.</param>
    public void Complete(int highest, int unit)
    {
        _table = new int[highest + 1];
        var hard = new bool[highest + 1];
        for (var count = 0; count <= highest; count++)
        {
            foreach (var (weight, isHard, amount) in _terms)
            {
                var units = amount(count * unit);
                _table[count] = (int)Math.Min(Weights.Never - 1L, _table[count] + ((long)units * weight));
                hard[count] |= isHard && units > 0;
            }
        }

        // Where no count breaks nothing, none is better left out.
        HardLeast = Math.Max(0, Array.IndexOf(hard, false));
        HardMost = Array.LastIndexOf(hard, false) is >= 0 and var most ? most : highest;
    }

    /// <summary>Scaled.</summary>
    public int CostOf(int count) => _table[Math.Clamp(count, 0, _table.Length - 1)];
}
