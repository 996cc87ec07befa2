using Muster.Forecasting.Cleaning;
using Muster.Forecasting.History;

namespace Muster.Forecasting;

/// <summary>What is to be said about a history as a whole.</summary>
internal static class HistoryRemarks
{
    private const int ShortWeeks = 6;

    // Of what came: more outside the opening hours is no chance.
    private const double MuchOutside = 0.05;

    public static IEnumerable<Remark> About(CleanHistory history)
    {
        var days = history.End - history.Days[0].Day;
        if (days < ShortWeeks * 7)
        {
            yield return new Remark(RemarkKind.ShortHistory, $"The history has {days} days from the first with numbers "
                + $"on: ranges are a guess below {ShortWeeks} weeks.");
        }

        if (history.Days.All(day => day.Total == 0))
        {
            yield return new Remark(RemarkKind.ShortHistory, "Nothing ever came: the forecast is zero.");
        }

        if (OutsidePart(history.Table) is > MuchOutside and var outside)
        {
            yield return new Remark(RemarkKind.OpeningHours, $"{Math.Round(100 * outside)} % of what came lies outside "
                + "the opening hours and is not forecast. "
                + "Maybe the times are of another zone, or the hours are another queue's.");
        }

        var unseen = Enumerable.Range(0, 7).Where(weekday => history.Table.IsOpenWeekday(weekday)
            && history.Days.All(day => day.Weekday != weekday)).ToArray();
        if (unseen.Length > 0)
        {
            yield return new Remark(RemarkKind.ShortHistory, "No numbers for "
                + string.Join(", ", unseen.Select(weekday => (NodaTime.IsoDayOfWeek)(weekday + 1)))
                + ": the mean of the other days is taken.");
        }
    }

    private static double OutsidePart(DayTable table)
    {
        var (all, inside) = (0.0, 0.0);
        var skipped = table.Series.DayCount - table.Values.Count;
        for (var day = 0; day < table.Values.Count; day++)
        {
            if (table.Kinds[day] is DayKind.Ordinary or DayKind.NotOpen or DayKind.Missing)
            {
                all += Volume(table.Series.Day(skipped + day));
                inside += Volume(table.Values[day]);
            }
        }

        return all > 0 ? 1 - inside / all : 0;
    }

    private static double Volume(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += double.IsNaN(value) ? 0 : value;
        }

        return sum;
    }
}
