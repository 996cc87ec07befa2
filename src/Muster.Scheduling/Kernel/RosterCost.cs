namespace Muster.Scheduling.Kernel;

/// <summary>What a whole roster costs by its shape alone, scaled; each thing forbidden counts as a breach.</summary>
internal static class RosterCost
{
    private const long Forbidden = (long)Weights.Breach * Weights.Scale;

    /// <param name="roster">Local option or -1 by day.</param>
    public static long Of(AgentShape shape, ReadOnlySpan<int> roster)
    {
        var cost = OfDays(shape, roster, 0, roster.Length) + OfRuns(shape, roster, 0, roster.Length);
        cost += OfSpans(shape, roster, shape.Paid, CountKind.Paid);
        cost += OfSpans(shape, roster, shape.Weekends, CountKind.Weekends);
        cost += OfSpans(shape, roster, shape.WorkDays, CountKind.WorkDays);
        foreach (var side in shape.Sides)
        {
            cost += side.Span.CostOf(side.CountIn(new DayWindow(0, roster.Length), roster));
        }

        return cost;
    }

    /// <summary>Of the days <c>[from, to)</c>, and of what each of them follows.</summary>
    public static long OfDays(AgentShape shape, ReadOnlySpan<int> roster, int from, int to)
    {
        long cost = 0;
        var table = shape.Succession;
        for (var day = from; day < to; day++)
        {
            var option = roster[day];
            cost += Finite(option < 0 ? shape.DayOff[day] : shape.Costs[(day * shape.Options.Length) + option]);
            if (day > 0 && option >= 0 && roster[day - 1] >= 0)
            {
                cost += Finite(table.Costs[(table.OutOf[roster[day - 1]] * table.Ins) + table.InOf[option]]);
            }

            if (day > 0 && option < 0 != roster[day - 1] < 0)
            {
                cost += Finite(shape.Turn[day]);
            }
        }

        return cost;
    }

    /// <summary>Of the runs of the days <c>[from, to)</c>, which begin and end there.</summary>
    public static long OfRuns(AgentShape shape, ReadOnlySpan<int> roster, int from, int to)
    {
        long cost = 0;
        var history = shape.History?.DaysInRow ?? 0;
        var (worked, run, isKnown) = from > 0 ? (roster[from] >= 0, 0, true)
            : (history > 0, Math.Abs(history), shape.History is not null);
        for (var day = from; day < to; day++)
        {
            if (roster[day] >= 0 != worked)
            {
                cost += isKnown && run > 0 ? Finite(Runs(shape, worked).End[Math.Min(run, Cap(shape, worked))]) : 0;
                (worked, run, isKnown) = (!worked, 0, isKnown || day > 0);
            }

            run++;
            cost += Finite(Runs(shape, worked).Reach[Math.Min(run, Cap(shape, worked) + 1)]);
        }

        var isOver = to < roster.Length && isKnown;
        return cost + (isOver ? Finite(Runs(shape, worked).End[Math.Min(run, Cap(shape, worked))]) : 0);
    }

    private static RunCosts Runs(AgentShape shape, bool worked) => worked ? shape.Work : shape.Off;

    private static int Cap(AgentShape shape, bool worked) => Runs(shape, worked).Cap;

    private static long OfSpans(
        AgentShape shape, ReadOnlySpan<int> roster, IReadOnlyList<SpanCost> spans, CountKind kind)
    {
        long cost = 0;
        foreach (var span in spans)
        {
            var count = 0;
            for (var day = span.From; day < span.To; day++)
            {
                count += roster[day] < 0 ? 0 : CountOf(shape, roster, kind, day);
            }

            cost += span.CostOf(count);
        }

        return cost;
    }

    /// <summary>What a day that is worked counts.</summary>
    public static int CountOf(AgentShape shape, ReadOnlySpan<int> roster, CountKind kind, int day) => kind switch
    {
        CountKind.Paid => shape.PaidUnits[roster[day]],
        CountKind.Weekends => shape.WeekendCount(day, day > 0 && roster[day - 1] >= 0),
        _ => 1,
    };

    private static long Finite(int cost) => cost >= Weights.Never ? Forbidden : cost;
}
