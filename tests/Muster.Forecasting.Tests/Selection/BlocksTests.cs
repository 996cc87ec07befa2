using Muster.Forecasting.Cleaning;
using Muster.Forecasting.History;
using Muster.Forecasting.Selection;

namespace Muster.Forecasting.Tests.Selection;

public sealed class BlocksTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(0.1, 8)]
    [InlineData(0.001, 20)]
    public void Quiet_intervals_are_taken_together(double level, int size)
    {
        var table = new DayTable(Histories.Weeks(4, level: _ => level), SiteCalendar.Empty);
        Assert.Equal(size, Blocks.SizeFor(new CleanHistory(table, table.End)));
    }

    [Fact]
    public void Errors_within_a_block_cancel_out_and_unknown_ones_do_not_count() =>
        Assert.Equal((3, 7), Blocks.Compare([1, 2, double.NaN, 4], [2, 1, 9, 7], 2));
}
