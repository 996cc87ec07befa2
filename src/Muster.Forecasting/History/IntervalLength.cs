using Muster.Domain.Outcomes;

namespace Muster.Forecasting.History;

/// <summary>
/// Finds out how long the intervals of a history are, also when that changed one day, or changes with the time of day.
/// </summary>
internal static class IntervalLength
{
    /// <param name="asked">The length of the series to be made; null: as short as the rows allow.</param>
    /// <param name="known">Of rows where no day shows it; null: the shortest gap between two.</param>
    public static Outcome<RowLengths> Find(List<ReadRow> rows, int? asked, int? known, List<Remark> remarks)
    {
        if (asked is { } minutes && !IntervalSeries.Lengths.Contains(minutes))
        {
            return new Refusal.Invalid("minutes",
                $"{minutes} is no length of an interval.\nMaybe {string.Join(", ", IntervalSeries.Lengths)}.");
        }

        var gaps = GapsByDay(rows).ToArray();
        var clear = ClearDays.Find(gaps);
        var others = gaps.Where(day => !clear.ContainsKey(day[0].Date)).ToArray();

        // Half hours at night only leave nearly all of a day's rows a quarter apart.
        var byTime = LengthByTime.Find(others) ?? LengthByTime.Find(gaps.Where(day => !IsEven(day)));
        foreach (var day in gaps.Where(day => byTime is not null && clear.TryGetValue(day[0].Date, out var own)
            && LengthByTime.Explains(byTime, day, own)))
        {
            clear.Remove(day[0].Date);
        }

        int? most = clear.Count > 0 ? clear.CountBy(day => day.Value).MaxBy(length => length.Value).Key : null;
        var usual = most is { } often && ClearDays.Fits(often, others) ? often
            : known is { } length && rows.TrueForAll(row => row.Minute % length == 0) ? length
            : SmallestGap(gaps) ?? known;
        return usual is { } found ? Together(new RowLengths(found, found, clear, byTime), asked, remarks)
            : new Refusal.Invalid(
                "minutes", "cannot be seen: the history has one row a day.\n"
                + "Maybe export the history by interval, or state the length of an interval.");
    }

    private static Outcome<RowLengths> Together(RowLengths found, int? asked, List<Remark> remarks)
    {
        var all = found.All().ToArray();
        var common = IntervalSeries.CommonLength(all);
        if (asked % common > 0)
        {
            return new Refusal.Invalid(
                "minutes", $"{asked} is finer than the history, which has intervals of "
                + $"{string.Join(" and ", all)} minutes.\nMaybe ask for {common}.");
        }

        var made = found with { Minutes = asked ?? common };
        if (all.Length > 1)
        {
            remarks.Add(new(RemarkKind.Interval, $"The intervals have {Words(found)}: all are taken as "
                + $"{made.Minutes} minutes."));
        }

        return made;
    }

    private static string Words(RowLengths found)
    {
        if (found.ByTime is { } byTime)
        {
            return LengthByTime.Words(byTime);
        }

        var others = found.ByDay.Where(day => day.Value != found.Usual).Select(day => day.Key).ToArray();
        return $"{found.Usual} minutes on most days and another length on {others.Length} "
            + $"(first {others.Min():uuuu-MM-dd})";
    }

    private static bool IsEven(List<RowGap> day) => day.TrueForAll(gap => gap.Minutes == day[0].Minutes);

    /// <summary>The shortest allowed length that no two rows are closer than; null when no day has two rows.</summary>
    private static int? SmallestGap(IEnumerable<List<RowGap>> days)
    {
        var smallest = days.SelectMany(day => day).Select(gap => gap.Minutes).DefaultIfEmpty(0).Min();
        return smallest == 0 ? null
            : IntervalSeries.Lengths.Where(length => length <= smallest)
                .DefaultIfEmpty(IntervalSeries.Lengths[0]).Max();
    }

    /// <summary>Of each day with two rows or more.</summary>
    private static IEnumerable<List<RowGap>> GapsByDay(List<ReadRow> rows)
    {
        var day = new List<RowGap>();
        for (var i = 1; i < rows.Count; i++)
        {
            var (before, row) = (rows[i - 1], rows[i]);
            if (before.Date == row.Date && row.Minute > before.Minute)
            {
                day.Add(new RowGap(row.Date, before.Minute, row.Minute - before.Minute));
            }
            else if (before.Date != row.Date && day.Count > 0)
            {
                yield return day;
                day = [];
            }
        }

        if (day.Count > 0)
        {
            yield return day;
        }
    }
}
