using Muster.Forecasting.Ranges;

namespace Muster.Forecasting.Tests.Ranges;

public sealed class TotalErrorsTests
{
    private const int Intervals = 20;

    [Theory]
    [InlineData(2, 0)]
    [InlineData(200, 0)]
    [InlineData(200, 0.1)]
    public void Ranges_hold_as_many_new_days_as_they_promise(double mean, double deviation)
    {
        var errors = TotalErrors.Learn(Days(mean, deviation, 1, 80))!;
        var totals = Days(mean, deviation, 2, 1000).Select(day => day.Actual.Sum()).ToArray();
        var range = errors.Range(Intervals * mean);

        Assert.InRange(totals.Count(total => total >= range.P10 && total <= range.P90) / 1000.0, 0.75, 0.88);
        Assert.InRange(totals.Count(total => total >= range.Low95 && total <= range.High95) / 1000.0, 0.92, 0.99);
    }

    [Fact]
    public void A_day_whose_intervals_err_alone_is_surer_than_one_whose_intervals_err_together()
    {
        var together = TotalErrors.Learn(Days(200, 0.1, 1, 80))!.Range(4000);
        var alone = TotalErrors.Learn(Days(200, 0, 1, 80))!.Range(4000);

        Assert.True(together.P90 - together.P10 > 4 * (alone.P90 - alone.P10));
    }

    [Fact]
    public void No_day_is_surer_than_chance()
    {
        var days = Enumerable.Range(0, 30).Select(day => new RehearsedDay(0, day, [50, 50], [50, 50]));
        var range = TotalErrors.Learn([.. days])!.Range(100);

        Assert.Equal(PoissonLaw.Quantile(100, 0.1), range.P10);
        Assert.Equal(PoissonLaw.Quantile(100, 0.975), range.High95);
    }

    [Fact]
    public void A_few_days_teach_nothing() => Assert.Null(TotalErrors.Learn(Days(10, 0, 1, 19)));

    [Fact]
    public void Nothing_forecast_has_no_range() =>
        Assert.Equal(default, TotalErrors.Of(DayVariation.Unknown, Intervals).Range(0));

    [Fact]
    public void Without_a_past_days_are_taken_as_normal_around_their_forecast()
    {
        var range = TotalErrors.Of(DayVariation.Unknown, Intervals).Range(1000);

        Assert.InRange(range.P10, 850, 880);
        Assert.InRange(range.P90, 1120, 1150);
        Assert.True(range.Low95 < range.P10 && range.High95 > range.P90);
    }

    private static RehearsedDay[] Days(double mean, double deviation, int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(day =>
        {
            var level = Math.Max(0, mean * (1 + deviation * NormalLaw.Draw(random)));
            var actual = Enumerable.Range(0, Intervals).Select(_ => PoissonLaw.Quantile(level, random.NextDouble()));
            return new RehearsedDay(day / 7, day, [.. actual], [.. Enumerable.Repeat(mean, Intervals)]);
        })];
    }
}
