using Muster.Forecasting.Cleaning;
using Muster.Forecasting.History;
using Muster.Forecasting.Models;

namespace Muster.Forecasting.Tests.Models;

/// <summary>What methods are given.</summary>
internal static class Known
{
    public static TrainingSet Of(IntervalSeries series, SiteCalendar? calendar = null)
    {
        var table = new DayTable(series, calendar ?? SiteCalendar.Empty);
        return new TrainingSet(new CleanHistory(table, table.End));
    }

    /// <summary>Total forecasts of the next days.</summary>
    public static double[] Totals(IMethod method, TrainingSet past, int days = 7) =>
        [.. method.Predict(past, [.. Enumerable.Range(past.End, days)]).Select(profile => profile.Sum())];

    /// <summary>Total of a Monday of <see cref="Histories.DayRows"/>, or of another day.</summary>
    public static double Usual(bool isMonday) => Histories.DayRows(
        Histories.Monday.PlusDays(isMonday ? 0 : 1), 1).Sum(row => row.Volume);
}
