using NodaTime;

namespace Muster.Forecasting.History;

/// <summary>Takes out what is no count and what is there twice, and says so.</summary>
internal static class RowCleaning
{
    /// <summary>The rows with a count, in order of time; rows at the same time stay in the order given.</summary>
    public static List<ReadRow> Counts(IEnumerable<ReadRow> given, List<Remark> remarks)
    {
        var rows = new List<ReadRow>();
        var wrong = new List<ReadRow>();
        foreach (var row in given)
        {
            (row.IsCount ? rows : wrong).Add(row);
        }

        if (wrong.Count > 0)
        {
            remarks.Add(new(RemarkKind.NotACount, $"{Rows(wrong.Count)} with a volume below 0 or no number "
                + $"(first {At(wrong[0])}: {wrong[0].Volume:0.##}) taken as missing."));
        }

        return IsInOrder(rows) ? rows : [.. rows.Order()];
    }

    /// <summary>
    /// Of rows for the same interval the last counts. Clocks that are put back show an interval twice: two rows are
    /// no duplicates then.
    /// </summary>
    public static List<ReadRow> WithoutDuplicates(List<ReadRow> rows, DateTimeZone zone, List<Remark> remarks)
    {
        var kept = new List<ReadRow>(rows.Count);
        var (duplicates, different) = (0, 0);
        foreach (var row in rows)
        {
            var again = row;
            if (kept.Count > 0 && kept[^1].IsSameInterval(row) && !row.IsAgain && IsShownTwice(row, zone))
            {
                again = row with { IsAgain = true };
            }

            if (kept.Count > 0 && kept[^1].IsSameInterval(again))
            {
                duplicates++;
                different += kept[^1].Volume.Equals(row.Volume) ? 0 : 1;
                kept[^1] = again;
            }
            else
            {
                kept.Add(again);
            }
        }

        if (duplicates > 0)
        {
            remarks.Add(new(RemarkKind.Duplicate, $"{Rows(duplicates)} for an interval that had one already, "
                + $"{different} of them with another volume: the last one counts."));
        }

        return kept;
    }

    private static bool IsShownTwice(ReadRow row, DateTimeZone zone) =>
        zone.MapLocal(row.Date + LocalTime.FromMinutesSinceMidnight(row.Minute)).Count == 2;

    private static bool IsInOrder(List<ReadRow> rows)
    {
        for (var i = 1; i < rows.Count; i++)
        {
            if (rows[i - 1].CompareTo(rows[i]) > 0)
            {
                return false;
            }
        }

        return true;
    }

    private static string At(ReadRow row) => $"{row.Date:uuuu-MM-dd} {row.Minute / 60:00}:{row.Minute % 60:00}";

    private static string Rows(int count) => count == 1 ? "1 row" : $"{count} rows";
}
