using Muster.Forecasting.Ranges;

namespace Muster.Forecasting.Tests.Ranges;

public sealed class ErrorModelTests
{
    [Theory]
    [InlineData(2, 0)]
    [InlineData(200, 0)]
    [InlineData(200, 0.1)]
    public void Ranges_hold_as_many_new_days_as_they_promise(double mean, double deviation)
    {
        var errors = ErrorModel.Learn(Days(mean, deviation, 1, 60))!;
        var cells = Days(mean, deviation, 2, 500).SelectMany(day => day.Known).ToArray();
        var in80 = cells.Count(
            cell => errors.Range(cell.Forecast) is var r && cell.Actual >= r.P10 && cell.Actual <= r.P90);
        var in95 = cells.Count(
            cell => errors.Range(cell.Forecast) is var r && cell.Actual >= r.Low95 && cell.Actual <= r.High95);
        Assert.InRange((double)in80 / cells.Length, 0.75, mean < 10 ? 0.97 : 0.86);
        Assert.InRange((double)in95 / cells.Length, 0.92, 1);
    }

    [Fact]
    public void A_small_count_is_never_surer_than_chance()
    {
        var days = Enumerable.Range(0, 30).Select(day => new RehearsedDay(0, day, [3, 3], [3, 3]));
        var range = ErrorModel.Learn([.. days])!.Range(3);
        Assert.Equal((0, 1, 5, 7), (range.Low95, range.P10, range.P90, range.High95));
    }

    [Fact]
    public void A_few_days_teach_nothing() => Assert.Null(ErrorModel.Learn([.. Days(10, 0, 1, 3)]));

    [Fact]
    public void What_is_forecast_as_zero_is_zero() =>
        Assert.Equal(new VolumeRange(0, 0, 0, 0), ErrorModel.Unknown.Range(0));

    private static RehearsedDay[] Days(double mean, double deviation, int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(day =>
        {
            var level = Math.Max(0, mean * (1 + deviation * NormalLaw.Draw(random)));
            var actual = Enumerable.Range(0, 20).Select(_ => PoissonLaw.Quantile(level, random.NextDouble())).ToArray();
            return new RehearsedDay(day / 7, day, actual, [.. Enumerable.Repeat(mean, 20)]);
        })];
    }
}
