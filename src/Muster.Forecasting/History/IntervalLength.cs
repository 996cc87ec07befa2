using Muster.Domain.Outcomes;
using NodaTime;

namespace Muster.Forecasting.History;

/// <summary>Finds out how long the intervals of a history are, also when that changed one day.</summary>
internal static class IntervalLength
{
    // A day with at least so many rows, nearly all of them equally far apart, shows its length.
    private const int FewestRows = 6;
    private const double NearlyAll = 0.8;

    public static Outcome<RowLengths> Find(List<ReadRow> rows, int? asked, List<Remark> remarks)
    {
        if (asked is { } minutes && !IntervalSeries.Lengths.Contains(minutes))
        {
            return new Refusal.Invalid("minutes",
                $"{minutes} is no length of an interval.\nMaybe {string.Join(", ", IntervalSeries.Lengths)}.");
        }

        var clear = ClearDays(rows);
        var usual = clear.Count > 0
            ? clear.GroupBy(day => day.Value).MaxBy(group => group.Count())!.Key
            : SmallestGap(rows) ?? asked;
        if (usual is not { } length)
        {
            return new Refusal.Invalid(
                "minutes", "cannot be seen: the history has one row a day.\n"
                + "Maybe export the history by interval, or state the length of an interval.");
        }

        var byDay = clear.Where(day => day.Value != length).ToDictionary();
        var coarsest = byDay.Values.Append(length).Max();
        if (asked < coarsest)
        {
            return new Refusal.Invalid(
                "minutes", $"{asked} is finer than the history, which has intervals of {coarsest} minutes.\n"
                + $"Maybe ask for {coarsest}.");
        }

        if (byDay.Count > 0)
        {
            remarks.Add(new(RemarkKind.Interval, $"The intervals have {length} minutes on most days and another length "
                + $"on {byDay.Count} (first {byDay.Keys.Min():uuuu-MM-dd}): all are taken as "
                + $"{asked ?? coarsest} minutes."));
        }

        return new RowLengths(asked ?? coarsest, length, byDay);
    }

    private static Dictionary<LocalDate, int> ClearDays(List<ReadRow> rows)
    {
        var lengths = new Dictionary<LocalDate, int>();
        foreach (var gaps in GapsByDay(rows))
        {
            var smallest = gaps.Gaps.Count < FewestRows - 1 ? 0 : gaps.Gaps.Min();
            if (IntervalSeries.Lengths.Contains(smallest)
                && gaps.Gaps.Count(gap => gap == smallest) >= NearlyAll * gaps.Gaps.Count)
            {
                lengths[gaps.Date] = smallest;
            }
        }

        return lengths;
    }

    /// <summary>The shortest allowed length that no two rows are closer than; null when no day has two rows.</summary>
    private static int? SmallestGap(List<ReadRow> rows)
    {
        var smallest = GapsByDay(rows).SelectMany(day => day.Gaps).DefaultIfEmpty(0).Min();
        return smallest == 0 ? null
            : IntervalSeries.Lengths.Where(length => length <= smallest)
                .DefaultIfEmpty(IntervalSeries.Lengths[0]).Max();
    }

    private static IEnumerable<(LocalDate Date, List<int> Gaps)> GapsByDay(List<ReadRow> rows)
    {
        for (var (first, i) = (0, 1); i <= rows.Count; i++)
        {
            if (i < rows.Count && rows[i].Date == rows[first].Date)
            {
                continue;
            }

            yield return (rows[first].Date, [.. Enumerable.Range(first + 1, i - first - 1)
                .Select(row => rows[row].Minute - rows[row - 1].Minute).Where(gap => gap > 0)]);
            first = i;
        }
    }
}
