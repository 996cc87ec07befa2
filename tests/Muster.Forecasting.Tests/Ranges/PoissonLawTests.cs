using Muster.Forecasting.Ranges;

namespace Muster.Forecasting.Tests.Ranges;

public sealed class PoissonLawTests
{
    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(7.5)]
    [InlineData(150)]
    public void The_mean_absolute_deviation_is_that_of_the_sum(double mean)
    {
        var (probability, sum) = (Math.Exp(-mean), 0.0);
        for (var count = 0; count < 600; count++)
        {
            sum += probability * Math.Abs(count - mean);
            probability *= mean / (count + 1);
        }

        Assert.Equal(sum, PoissonLaw.MeanAbsoluteDeviation(mean), 1e-9);
    }

    [Fact]
    public void Large_means_go_over_smoothly() => Assert.Equal(
        1, PoissonLaw.MeanAbsoluteDeviation(200.001) / PoissonLaw.MeanAbsoluteDeviation(199.999), 0.001);

    [Theory]
    [InlineData(2, 0.1, 0)]
    [InlineData(2, 0.9, 4)]
    [InlineData(10, 0.5, 10)]
    [InlineData(0, 0.9, 0)]
    [InlineData(10_000, 0.975, 10_196)]
    public void Quantiles_are_those_of_the_law(double mean, double part, double count) =>
        Assert.Equal(count, PoissonLaw.Quantile(mean, part));
}
