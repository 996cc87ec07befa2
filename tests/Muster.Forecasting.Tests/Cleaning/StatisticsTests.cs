using Muster.Forecasting.Cleaning;

namespace Muster.Forecasting.Tests.Cleaning;

public sealed class StatisticsTests
{
    [Theory]
    [InlineData(new[] { 3.0, 1, 2 }, 2)]
    [InlineData(new[] { 4.0, 1, 2, 9 }, 3)]
    [InlineData(new double[0], double.NaN)]
    public void The_median_is_the_middle(double[] values, double median) =>
        Assert.Equal(median, Statistics.Median(values));

    [Fact]
    public void A_trimmed_mean_leaves_the_ends_out() =>
        Assert.Equal(3, Statistics.TrimmedMean(new double[] { 3, 1000, 2, 4, -50 }, 0.2));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 2.5)]
    [InlineData(1, 4)]
    [InlineData(1.2, 4)]
    public void A_quantile_lies_between_two_values(double part, double value) =>
        Assert.Equal(value, Statistics.Quantile([1, 2, 3, 4], part), 12);
}
