namespace Muster.Scheduling.Kernel;

/// <summary>
/// Options that are the same to the days around them: same classes, same paid units. Sorted by the rank of the
/// in-class, so that a day is one walk.
/// </summary>
internal sealed class ShiftGroups
{
    private const int MostExact = 128;
    private const int Blocks = 8;

    private ShiftGroups(int count, int options)
    {
        (Rank, Out, Units, Members) = (new int[count], new int[count], new int[count], new int[count][]);
        (Kind, GroupOf) = (new int[count], new int[options]);
    }

    public int Count => Rank.Length;

    /// <summary>Of the in-class.</summary>
    public int[] Rank { get; }

    public int[] Out { get; }

    public int[] Units { get; }

    /// <summary>
    /// Groups of one kind are much the same: equal paid units, near in-classes. Where there are few groups each is a
    /// kind.
    /// </summary>
    public int[] Kind { get; }

    public int Kinds { get; private set; }

    /// <summary>By local option.</summary>
    public int[] GroupOf { get; }

    /// <summary>Local options.</summary>
    public int[][] Members { get; }

    public static ShiftGroups Of(AgentShape shape)
    {
        var table = shape.Succession;
        var sets = Enumerable.Range(0, shape.Options.Length)
            .GroupBy(option => (Rank: table.RankOf[table.InOf[option]], Out: table.OutOf[option],
                Units: shape.Paid.Count == 0 ? 0 : shape.PaidUnits[option]))
            .OrderBy(set => set.Key.Rank).ThenBy(set => set.Key.Out).ThenBy(set => set.Key.Units).ToList();
        var groups = new ShiftGroups(sets.Count, shape.Options.Length);
        for (var i = 0; i < sets.Count; i++)
        {
            (groups.Rank[i], groups.Out[i], groups.Units[i]) = sets[i].Key;
            groups.Members[i] = [.. sets[i]];
            foreach (var option in groups.Members[i])
            {
                groups.GroupOf[option] = i;
            }
        }

        groups.FindKinds(table.Ins);

        return groups;
    }

    private void FindKinds(int ins)
    {
        var known = new Dictionary<(int Units, int Block), int>();
        for (var group = 0; group < Count; group++)
        {
            var key = Count <= MostExact ? (group, 0) : (Units[group], Rank[group] * Blocks / ins);
            known.TryAdd(key, known.Count);
            Kind[group] = known[key];
        }

        Kinds = known.Count;
    }
}
