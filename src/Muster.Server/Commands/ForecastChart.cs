using Muster.Forecasting.History;
using Muster.Server.Demand;
using NodaTime;

namespace Muster.Server.Commands;

/// <summary>The last weeks of a history and the forecast as a chart: by day; by week where days are too many.</summary>
internal static class ForecastChart
{
    private const int FewestPast = 14;
    private const int Week = 7;

    /// <returns>The lines; none when there is nothing to show.</returns>
    public static IReadOnlyList<string> Of(QueuePlan plan, int width)
    {
        var days = plan.Forecast.Days.Select(day => (day, Range: plan.Forecast.RangeOf(day)))
            .Select(pair => new ChartBar(pair.day.Date, pair.day.Total, pair.Range.P10, pair.Range.P90)).ToArray();
        var past = Past(plan.History);
        var room = VolumeChart.BarsIn(width, Most(past, days));
        if (days.Length + FewestPast <= room)
        {
            var bars = past.TakeLast(Math.Min(room - days.Length, 3 * Week + days.Length)).Concat(days).ToArray();
            return [.. new VolumeChart(bars).Lines(bar => bar.Date.DayOfWeek == IsoDayOfWeek.Monday)];
        }

        var weeks = plan.Weeks()
            .Select(week => new ChartBar(week.First, week.Offered, week.Range.Low, week.Range.High)).ToArray();
        var before = past.Reverse().Chunk(Week).Where(chunk => chunk.Length == Week).Reverse()
            .Select(chunk => new ChartBar(chunk[^1].Date, chunk.Sum(day => double.IsNaN(day.Value) ? 0 : day.Value)))
            .ToArray();
        room = VolumeChart.BarsIn(width, Most(before, weeks)) - weeks.Length;
        return [.. new VolumeChart([.. before.TakeLast(room), .. weeks]).Lines(bar => bar.Date.Day <= Week)];
    }

    public const string Legend =
        "█ the past   ▒ the forecast   ░ its range: 8 of 10 end within it";

    private static double Most(ChartBar[] past, ChartBar[] coming) => past.Concat(coming).Max(bar => bar.Top);

    private static ChartBar[] Past(IntervalSeries history) => [.. Enumerable.Range(0, history.DayCount).Select(day =>
        new ChartBar(history.DateOf(day), history.Total(day)))];
}
