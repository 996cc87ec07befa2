namespace Muster.Scheduling.Kernel;

/// <summary>
/// Options that are the same to the days around them: same classes, same paid units. Sorted by the rank of the
/// in-class, so that a day is one walk.
/// </summary>
internal sealed class ShiftGroups
{
    private ShiftGroups(int count) =>
        (Rank, Out, Units, Members) = (new int[count], new int[count], new int[count], new int[count][]);

    public int Count => Rank.Length;

    /// <summary>Of the in-class.</summary>
    public int[] Rank { get; }

    public int[] Out { get; }

    public int[] Units { get; }

    /// <summary>Local options.</summary>
    public int[][] Members { get; }

    public static ShiftGroups Of(AgentShape shape)
    {
        var table = shape.Succession;
        var sets = Enumerable.Range(0, shape.Options.Length)
            .GroupBy(option => (Rank: table.RankOf[table.InOf[option]], Out: table.OutOf[option],
                Units: shape.Paid.Count == 0 ? 0 : shape.PaidUnits[option]))
            .OrderBy(set => set.Key.Rank).ThenBy(set => set.Key.Out).ThenBy(set => set.Key.Units).ToList();
        var groups = new ShiftGroups(sets.Count);
        for (var i = 0; i < sets.Count; i++)
        {
            (groups.Rank[i], groups.Out[i], groups.Units[i]) = sets[i].Key;
            groups.Members[i] = [.. sets[i]];
        }

        return groups;
    }
}
