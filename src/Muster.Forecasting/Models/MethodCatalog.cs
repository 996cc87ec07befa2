namespace Muster.Forecasting.Models;

/// <summary>Every method there is, the simplest first.</summary>
internal static class MethodCatalog
{
    /// <summary>What every forecast is measured by: last week again.</summary>
    public static IMethod Naive { get; } = new SameWeekday(SameWeekday.Average.Mean, 1);

    /// <summary>For a history too short to try methods on.</summary>
    public static IMethod ForShortHistory { get; } = new TwoWay(8);

    public static IReadOnlyList<IMethod> All { get; } =
    [
        Naive,
        .. Averages(),
        new SmoothedWeekday(0.1),
        new SmoothedWeekday(0.2),
        new SmoothedWeekday(0.4),
        new TwoWay(4),
        new TwoWay(12),
        new TopDown(),
        .. LowRanks(),
    ];

    private static IEnumerable<IMethod> Averages() =>
        from average in Enum.GetValues<SameWeekday.Average>()
        from weeks in (int[])[4, 6, 8, 12]
        select new SameWeekday(average, weeks);

    private static IEnumerable<IMethod> LowRanks() =>
        from hasYear in (bool[])[false, true]
        from hasCalendar in (bool[])[false, true]
        from isLevelKept in (bool[])[false, true]
        from weeks in (int[])[8, isLevelKept ? 26 : 104]
        from factors in (int[])[2, 4]
        where !hasYear || (hasCalendar && weeks > 8)
        select new LowRank(new LowRankShape(factors, hasCalendar, hasYear, 7 * (hasYear ? 104 : weeks), isLevelKept));
}
