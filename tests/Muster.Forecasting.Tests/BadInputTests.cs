using Muster.Forecasting.History;
using Muster.Forecasting.Results;
using NodaTime;

namespace Muster.Forecasting.Tests;

/// <summary>
/// Histories as they come: a sensible forecast with its reason, or a refusal; never NaN, never a crash.
/// </summary>
public sealed class BadInputTests
{
    [Fact]
    public void A_single_day_is_repeated_and_told()
    {
        var forecast = Sound(Asked.Forecast(Histories.Of(Histories.DayRows(Histories.Monday, 1))));
        Assert.All(forecast.Days, day => Assert.Equal(forecast.Days[0].Total, day.Total, 1e-6));
        Assert.Contains(forecast.Remarks, remark => remark.Kind == RemarkKind.ShortHistory);
        Assert.Contains("too few", forecast.Accuracy[0].Reason, StringComparison.Ordinal);
        Assert.Equal(0, forecast.Accuracy[0].Rehearsals);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(9)]
    public void A_few_weeks_are_continued(int weeks)
    {
        var forecast = Sound(Asked.Forecast(Histories.Weeks(weeks)));
        Assert.InRange(forecast.Days[0].Total / forecast.Days[1].Total, 1.2, 1.5);
    }

    [Fact]
    public void Nothing_but_zeros_is_forecast_as_zero()
    {
        var forecast = Sound(Asked.Forecast(Histories.Weeks(12, level: _ => 0)));
        Assert.Equal(0, forecast.Total);
        Assert.Contains(forecast.Remarks, remark =>
            remark.Sentence.Contains("Nothing ever came", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(83)]
    public void One_absurd_spike_moves_little(int day)
    {
        var calm = Asked.Forecast(Histories.Weeks(12)).Total;
        var rows = Histories.Days(Histories.Monday, 84)
            .SelectMany((date, i) => Histories.DayRows(date, i == day ? 5000 : 1));
        Assert.InRange(Sound(Asked.Forecast(Histories.Of(rows))).Total / calm, 0.9, 1.15);
    }

    [Fact]
    public void Weeks_without_numbers_are_left_out()
    {
        var rows = Histories.Days(Histories.Monday, 140).Where((_, i) => i is < 50 or > 90)
            .SelectMany(date => Histories.DayRows(date, 1));
        var forecast = Sound(Asked.Forecast(Histories.Of(rows)));
        Assert.Equal(1, forecast.Total / Asked.Forecast(Histories.Weeks(20, noise: 0)).Total, 0.02);
        Assert.Contains(forecast.Remarks, remark => remark.Kind == RemarkKind.MissingDay);
    }

    [Fact]
    public void A_history_that_ends_in_silence_is_still_forecast()
    {
        var rows = Histories.Days(Histories.Monday, 84)
            .SelectMany((date, i) => Histories.DayRows(date, i > 75 ? 0 : 1));
        Assert.True(Sound(Asked.Forecast(Histories.Of(rows))).Total > 0);
    }

    [Fact]
    public void A_history_of_special_days_only_is_refused()
    {
        var calendar = SiteCalendar.Empty.WithSpecial("fair", Histories.Days(Histories.Monday, 7));
        Assert.Equal("history", Asked.Refused(Asked.Try(
            Histories.Weeks(1), new ForecastRequest { Calendar = calendar })).Field);
    }

    [Fact]
    public void A_queue_with_a_call_a_day_is_forecast_without_bias()
    {
        var random = new Random(1);
        var rows = Histories.Days(Histories.Monday, 140).SelectMany(date => Enumerable.Range(16, 20).Select(slot =>
            new VolumeRow(date.At(LocalTime.FromMinutesSinceMidnight(slot * 30)), random.NextDouble() < 0.05 ? 1 : 0)));
        var forecast = Sound(Asked.Forecast(Histories.Of(rows)));
        Assert.InRange(forecast.Total / 28, 0.6, 1.4);
    }

    [Fact]
    public void Ten_years_of_five_minutes_are_forecast()
    {
        var rows = Histories.Days(new LocalDate(2014, 1, 1), 3650).SelectMany((date, day) => Enumerable.Range(0, 288)
            .Select(slot => new VolumeRow(
                date.At(LocalTime.FromMinutesSinceMidnight(slot * 5)), 1 + (slot + day) % 5)));
        var forecast = Sound(Asked.Forecast(Histories.Of(rows), new ForecastRequest { Days = 7 }));
        Assert.InRange(forecast.Total / 7 / 288, 2.5, 3.5);
    }

    [Fact]
    public void A_day_of_one_interval_is_forecast()
    {
        var rows = Histories.Days(Histories.Monday, 60)
            .Select(date => new VolumeRow(date.At(new LocalTime(9, 0)), 100));
        var forecast = Sound(Asked.Forecast(Histories.Of(rows, new SeriesOptions { Minutes = 60 })));
        Assert.Equal(100, forecast.Days[0].Total, 1.0);
    }

    private static Forecast Sound(Forecast forecast) => Soundness.Check(forecast);
}
