using Muster.Forecasting.Ranges;

namespace Muster.Forecasting.Tests.Ranges;

public sealed class DayVariationTests
{
    [Fact]
    public void Day_factors_are_told_from_chance()
    {
        var random = new Random(3);
        var off = 0.0;
        var days = Enumerable.Range(0, 700).Select(day =>
        {
            off = 0.6 * off + 0.8 * 0.1 * NormalLaw.Draw(random);
            var actual = Enumerable.Range(0, 20).Select(_ => PoissonLaw.Quantile(50 * (1 + off), random.NextDouble()));
            return new RehearsedDay(0, day, [.. actual], [.. Enumerable.Repeat(50.0, 20)]);
        }).ToArray();
        var variation = DayVariation.Learn(days);

        Assert.Equal(0.1, Math.Sqrt(variation.DayVariance), 0.015);
        Assert.Equal(0.6, variation.DayCorrelation, 0.1);
        Assert.Equal(0, variation.IntervalVariance, 0.003);
    }

    [Fact]
    public void Without_days_it_is_unknown() => Assert.Same(DayVariation.Unknown, DayVariation.Learn([]));
}
