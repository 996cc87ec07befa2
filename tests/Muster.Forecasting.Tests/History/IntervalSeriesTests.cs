using Muster.Forecasting.History;

namespace Muster.Forecasting.Tests.History;

public sealed class IntervalSeriesTests
{
    [Theory]
    [InlineData(15, 15)]
    [InlineData(15, 15, 5)]
    [InlineData(30, 15, 10)]
    [InlineData(60, 15, 20)]
    [InlineData(30, 15, 30, 5)]
    [InlineData(60, 20, 30)]
    public void The_common_length_is_made_of_whole_intervals_of_each(int common, params int[] lengths) =>
        Assert.Equal(common, IntervalSeries.CommonLength(lengths));
}
