using Muster.Forecasting.Cleaning;
using Muster.Forecasting.History;

namespace Muster.Forecasting;

/// <summary>What is to be said about a history as a whole.</summary>
internal static class HistoryRemarks
{
    private const int ShortWeeks = 6;

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

        var unseen = Enumerable.Range(0, 7).Where(weekday => history.Table.IsOpenWeekday(weekday)
            && history.Days.All(day => day.Weekday != weekday)).ToArray();
        if (unseen.Length > 0)
        {
            yield return new Remark(RemarkKind.ShortHistory, "No numbers for "
                + string.Join(", ", unseen.Select(weekday => (NodaTime.IsoDayOfWeek)(weekday + 1)))
                + ": the mean of the other days is taken.");
        }
    }
}
