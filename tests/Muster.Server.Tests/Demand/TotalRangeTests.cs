using Muster.Forecasting;
using Muster.Forecasting.History;
using Muster.Forecasting.Ranges;
using Muster.Forecasting.Results;
using Muster.Server.Demand;
using NodaTime;

namespace Muster.Server.Tests.Demand;

/// <summary>The range of a total, held against draws of the same law.</summary>
public sealed class TotalRangeTests
{
    [Fact]
    public void A_week_lies_within_its_range_in_eight_of_ten_draws()
    {
        var forecast = Made();
        var week = forecast.Days.Take(7).ToArray();

        var range = TotalRange.Of(forecast, week);

        var totals = Scenarios.Draw(forecast, 1000, seed: 5)
            .Select(scenario => scenario.Volumes.Take(7).Sum(day => day.Sum())).ToArray();
        Assert.InRange(totals.Count(total => total >= range.Low && total <= range.High), 760, 840);
        Assert.InRange(totals.Count(total => total > range.High), 75, 125);
    }

    [Fact]
    public void Nothing_has_no_range() => Assert.Equal(default, TotalRange.Of(Made(), []));

    // Forecasts that are kept from before may know nothing of a horizon in which no day is open.
    [Fact]
    public void A_closed_day_needs_no_horizon()
    {
        var made = Made();
        var closed = made.Days[7] with { IsClosed = true, Volumes = [.. made.Days[7].Volumes.Select(_ => 0.0)] };
        var kept = made with { Accuracy = [made.Accuracy[0]] };

        Assert.Equal(TotalRange.Of(made, [made.Days[6]]), TotalRange.Of(kept, [made.Days[6], closed]));
    }

    private static Forecast Made()
    {
        var random = new Random(3);
        var rows = Enumerable.Range(0, 70 * 24).Select(hour => new VolumeRow(
            new LocalDateTime(2026, 1, 5, 0, 0).PlusHours(hour),
            Math.Round((100 + 40 * Math.Sin(hour / 24 * 1.7)) * (0.8 + 0.4 * random.NextDouble()))));
        var series = SeriesReader.Read(rows, new SeriesOptions());
        var made = Forecaster.Forecast(series.Value, new ForecastRequest(), null, CancellationToken.None);
        return made.Value;
    }
}
