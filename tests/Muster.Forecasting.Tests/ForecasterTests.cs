using Muster.Forecasting.History;
using Muster.Forecasting.Ranges;
using Muster.Forecasting.Results;
using NodaTime;

namespace Muster.Forecasting.Tests;

public sealed class ForecasterTests
{
    [Fact]
    public void Every_result_says_how_it_was_made_and_how_good_that_was()
    {
        var forecast = Asked.Forecast(Histories.Weeks(20, noise: 0.2));
        Assert.Equal(28, forecast.Days.Count);
        Assert.Equal(Histories.Monday.PlusWeeks(20), forecast.Days[0].Date);
        Assert.Equal([Horizon.All[0], Horizon.All[1]], forecast.Accuracy.Select(accuracy => accuracy.Horizon));
        Assert.All(forecast.Accuracy, accuracy =>
        {
            Assert.NotEmpty(accuracy.Method);
            Assert.EndsWith(".", accuracy.Reason, StringComparison.Ordinal);
            Assert.InRange(accuracy.Rehearsals, 8, 12);
            Assert.InRange(accuracy.Wape, 0.01, 0.5);
            Assert.InRange(accuracy.Wape, 0, accuracy.NaiveWape);
            Assert.InRange(accuracy.Mase, 0.1, 1.2);
            Assert.InRange(accuracy.Bias, -0.1, 0.1);
            Assert.InRange(accuracy.Coverage80, 0.6, 1);
            Assert.InRange(accuracy.Coverage95, accuracy.Coverage80, 1);
            Assert.InRange(accuracy.PoissonFloor, 0.05, 0.3);
            Assert.True(accuracy.Tried.Count > 10);
        });
    }

    [Fact]
    public void Ranges_lie_around_the_forecast_in_order() => Assert.All(
        Asked.Forecast(Histories.Weeks(20, noise: 0.2)).Days.SelectMany(day => day.Volumes.Zip(day.Ranges)), pair =>
        {
            var range = pair.Second;
            double[] order = [0, range.Low95, range.P10, pair.First, range.P90, range.High95];
            Assert.Equal(order.Order(), order);
        });

    [Fact]
    public void A_forecast_that_is_not_wanted_any_more_stops()
    {
        using var source = new CancellationTokenSource();
        var progress = new Stopping(source);
        Assert.Throws<OperationCanceledException>(() => Forecaster.Forecast(
            Histories.Weeks(20), new ForecastRequest(), progress, source.Token));
        Assert.Equal(1, progress.Told);
    }

    [Fact]
    public void Progress_goes_up_to_one()
    {
        var told = new List<double>();
        Forecaster.Forecast(Histories.Weeks(20), new ForecastRequest(), new Listing(told), CancellationToken.None);
        Assert.Equal(told.Order(), told);
        Assert.Equal(1, told[^1]);
    }

    [Fact]
    public void Days_that_clocks_move_on_have_the_intervals_that_happen()
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var rows = Histories.Days(new LocalDate(2026, 1, 5), 70).SelectMany(date => Enumerable.Range(0, 24).Select(
            hour => new VolumeRow(date.At(new LocalTime(hour, 0)), 20)));
        var history = Histories.Of(rows, new SeriesOptions { Zone = zone });
        var forecast = Asked.Forecast(history, new ForecastRequest { Days = 240 });
        var intervals = forecast.Intervals().GroupBy(interval => interval.Start.InZone(zone).Date)
            .ToDictionary(day => day.Key, day => day.Sum(interval => interval.P50));
        var spring = forecast.Days.Single(day => day.Date == new LocalDate(2026, 3, 29));
        var autumn = forecast.Days.Single(day => day.Date == new LocalDate(2026, 10, 25));
        Assert.Equal(23 * 20, spring.Total, 5.0);
        Assert.Equal(25 * 20, autumn.Total, 5.0);
        Assert.All([spring, autumn], day => Assert.Equal(day.Total, intervals[day.Date], 1e-9));
    }

    [Fact]
    public void A_queue_that_is_closed_at_weekends_stays_so()
    {
        var rows = Histories.Days(Histories.Monday, 100).Where(date => date.DayOfWeek < IsoDayOfWeek.Saturday)
            .SelectMany(date => Histories.DayRows(date, 1));
        Assert.All(Asked.Forecast(Histories.Of(rows)).Days, day =>
            Assert.Equal(day.Date.DayOfWeek >= IsoDayOfWeek.Saturday, day.IsClosed));
    }

    [Theory]
    [InlineData(0, "days")]
    [InlineData(401, "days")]
    public void Impossible_requests_are_refused_by_field(int days, string field) => Assert.Equal(
        field, Asked.Refused(Asked.Try(Histories.Weeks(8), new ForecastRequest { Days = days })).Field);

    [Fact]
    public void A_first_day_within_the_history_is_refused()
    {
        var request = new ForecastRequest { FirstDay = Histories.Monday };
        var error = Asked.Refused(Asked.Try(Histories.Weeks(8), request));
        Assert.Equal("first_day", error.Field);
        Assert.Contains("2024-01-01", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_first_day_is_forecast_from_the_same_history()
    {
        var first = Histories.Monday.PlusWeeks(22);
        var forecast = Asked.Forecast(Histories.Weeks(20), new ForecastRequest { FirstDay = first, Days = 7 });
        Assert.Equal(first, forecast.Days[0].Date);
        Assert.All(forecast.Days, day => Assert.Equal(Horizon.All[1], day.Horizon));
    }

    [Fact]
    public void A_horizon_whose_days_are_all_closed_is_learned_like_the_others()
    {
        var rows = Histories.Days(Histories.Monday, 54).Where(date => date.DayOfWeek < IsoDayOfWeek.Saturday)
            .SelectMany(date => Histories.DayRows(date, 1));
        var forecast = Asked.Forecast(Histories.Of(rows), new ForecastRequest { Days = 9 });
        Assert.Equal(Horizon.All[1], forecast.Days[^1].Horizon);
        Assert.All(forecast.Days, day => Assert.Equal(day.Horizon, forecast.AccuracyOf(day).Horizon));
        Assert.Equal(9, Assert.Single(Scenarios.Draw(forecast, 1, seed: 1)).Volumes.Count);
    }

    [Fact]
    public void Weeks_of_zeros_before_a_queue_went_live_do_not_stop_the_choice()
    {
        var live = Histories.Monday.PlusWeeks(20);
        var forecast = Asked.Forecast(Histories.Weeks(30, level: date => date < live ? 0 : 1));
        Assert.InRange(forecast.Accuracy[0].Rehearsals, 5, 10);
        Assert.DoesNotContain("too few", forecast.Accuracy[0].Reason, StringComparison.Ordinal);
        Assert.True(double.IsFinite(forecast.Accuracy[0].Wape));
    }

    [Fact]
    public void Hours_that_leave_nothing_open_are_refused()
    {
        var request = new ForecastRequest { Hours = OpeningHours.Of([]) };
        Assert.Equal("history", Asked.Refused(Asked.Try(Histories.Weeks(8), request)).Field);
    }

    [Fact]
    public void A_backtest_knows_only_what_was_known()
    {
        var history = Histories.Weeks(16);
        var request = new BacktestRequest { Count = 3 };
        var backtest = Forecaster.Backtest(history, request, null, CancellationToken.None).Value;
        var origin = backtest.Runs[0].Origin;
        var then = Asked.Forecast(history.Between(history.FirstDay, origin));
        Assert.Equal(history.LastDay.PlusDays(-20), origin);
        Assert.Equal(then.Days[0].Volumes, backtest.Runs[0].Forecast.Days[0].Volumes);
        Assert.InRange(backtest.Wape(7), 0.001, 0.1);
        Assert.InRange(backtest.Coverage(7).Inside95, 0.8, 1);
    }

    [Fact]
    public void A_backtest_without_a_past_is_refused()
    {
        var request = new BacktestRequest { Origins = [Histories.Monday] };
        Assert.Equal("origins", Asked.Refused(
            Forecaster.Backtest(Histories.Weeks(8), request, null, CancellationToken.None)).Field);
    }

    private sealed class Stopping(CancellationTokenSource source) : IProgress<double>
    {
        public int Told { get; private set; }

        public void Report(double value)
        {
            Told++;
            source.Cancel();
        }
    }

    private sealed class Listing(List<double> told) : IProgress<double>
    {
        public void Report(double value) => told.Add(value);
    }
}
