using System.Globalization;
using Muster.Forecasting.History;
using NodaTime;
using NodaTime.Text;

namespace Muster.Forecasting.Tests;

/// <summary>Forecasts of a real bank's calls stay as good as they were: eight origins, chosen by default.</summary>
public sealed class AccuracyTests
{
    private static readonly LocalDateTimePattern Start =
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    private static readonly LocalDate[] Closed =
        [new(2003, 4, 4), new(2003, 4, 7), new(2003, 5, 26), new(2003, 7, 4), new(2003, 9, 1), new(2003, 10, 14)];

    [Fact]
    public void Calls_of_a_bank_are_forecast_within_a_twentieth_and_ranges_hold_what_they_promise()
    {
        var request = new BacktestRequest
        {
            Origins = [.. Enumerable.Range(8, 8).Select(i => new LocalDate(2003, 3, 3).PlusWeeks(2 * i))],
            Calendar = SiteCalendar.Empty.WithClosed(Closed),
        };
        var backtest = Forecaster.Backtest(Bank(), request, null, CancellationToken.None).Value;
        var (inside80, inside95) = backtest.Coverage(28);
        var (days80, days95) = backtest.DayCoverage(28);

        Assert.InRange(backtest.Wape(7), 0.03, 0.051);
        Assert.InRange(backtest.Wape(28), 0.03, 0.055);
        Assert.InRange(inside80, 0.74, 0.86);
        Assert.InRange(inside95, 0.92, 0.98);
        Assert.InRange(days80, 0.75, 0.85);
        Assert.InRange(days95, 0.92, 0.98);
    }

    private static IntervalSeries Bank()
    {
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "bank_calls_5min.csv")).Skip(1);
        return Histories.Of(lines.Select(Row), new SeriesOptions { Minutes = 30 });
    }

    private static VolumeRow Row(string line) => new(
        Start.Parse(line[..19]).Value, double.Parse(line.AsSpan(20), CultureInfo.InvariantCulture));
}
