using Muster.Forecasting.Cleaning;
using Muster.Forecasting.History;
using NodaTime;

namespace Muster.Forecasting.Tests.Cleaning;

public sealed class CleanHistoryTests
{
    private const int Weeks = 12;

    private static readonly LocalDate Wild = Histories.Monday.PlusDays(30);

    private static readonly SiteCalendar Special = SiteCalendar.Empty.WithSpecial("fair", Wild);

    [Fact]
    public void Ordinary_days_weigh_one()
    {
        var clean = Clean(Histories.Weeks(Weeks));
        Assert.Equal(7 * Weeks, clean.Days.Count);
        Assert.All(clean.Days, day => Assert.Equal(1, day.Weight, 9));
        Assert.Empty(clean.Remarks);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(0.3)]
    public void A_wild_day_weighs_less_is_told_and_is_not_deleted(double factor)
    {
        var clean = Clean(Histories.Weeks(Weeks, level: date => date == Wild ? factor : 1));
        var day = Assert.Single(clean.Days, day => DayNumber.DateOf(day.Day) == Wild);
        Assert.InRange(day.Weight, 1e-6, 0.2);
        Assert.Contains(clean.Remarks, remark => remark.Kind == RemarkKind.Outlier && remark.Day == Wild);
    }

    [Fact]
    public void An_absurd_peak_is_cut_for_learning()
    {
        var clean = Clean(With(row => row.Start == Wild.At(new LocalTime(12, 0)) ? row with { Volume = 1e6 } : row));
        var day = Assert.Single(clean.Days, day => DayNumber.DateOf(day.Day) == Wild);
        Assert.True(day.Total < 1200, $"{day.Total}");
        Assert.Contains(clean.Remarks, remark => remark.Day == Wild);
    }

    [Fact]
    public void A_part_of_a_day_without_numbers_is_filled_in()
    {
        var clean = Clean(With(row => IsAfternoon(row, 15) ? row with { Volume = double.NaN } : row));
        var day = Assert.Single(clean.Days, day => DayNumber.DateOf(day.Day) == Wild);
        Assert.InRange(day.Total / day.Expected, 0.9, 1.1);
        Assert.InRange(day.Weight, 0.5, 0.9);
        Assert.Contains(clean.Remarks, remark => remark.Kind == RemarkKind.PartialDay && remark.Day == Wild);
    }

    [Fact]
    public void A_silent_afternoon_is_no_zero()
    {
        var clean = Clean(With(row => IsAfternoon(row, 15) ? row with { Volume = 0 } : row));
        var day = Assert.Single(clean.Days, day => DayNumber.DateOf(day.Day) == Wild);
        Assert.InRange(day.Total / day.Expected, 0.9, 1.1);
    }

    [Fact]
    public void A_silent_day_is_taken_as_closed()
    {
        var clean = Clean(With(row => row.Start.Date == Wild ? row with { Volume = 0 } : row));
        Assert.Contains(DayNumber.Of(Wild), clean.Silent);
        Assert.DoesNotContain(clean.Days, day => DayNumber.DateOf(day.Day) == Wild);
        Assert.Contains(clean.Remarks, remark => remark.Kind == RemarkKind.ClosedDay && remark.Day == Wild);
    }

    [Fact]
    public void A_day_known_in_small_part_is_left_out()
    {
        var clean = Clean(With(row => IsAfternoon(row, 10) ? row with { Volume = double.NaN } : row));
        Assert.DoesNotContain(clean.Days, day => DayNumber.DateOf(day.Day) == Wild);
    }

    [Fact]
    public void A_special_half_day_teaches_that_it_is_half()
    {
        var clean = Clean(With(row => IsAfternoon(row, 13) ? row with { Volume = 0 } : row), Special);
        Assert.InRange(Assert.Single(clean.Special).Ratio, 0.4, 0.6);
    }

    [Fact]
    public void A_special_day_of_six_times_as_much_teaches_six()
    {
        var series = Histories.Weeks(Weeks, noise: 0, level: date => date == Wild ? 120 : 20);
        Assert.InRange(Assert.Single(Clean(series, Special).Special).Ratio, 5.9, 6.1);
    }

    [Fact]
    public void Intervals_that_are_missing_on_a_special_day_teach_nothing()
    {
        var clean = Clean(With(row => IsAfternoon(row, 13) ? row with { Volume = double.NaN } : row), Special);
        Assert.InRange(Assert.Single(clean.Special).Ratio, 0.95, 1.05);
    }

    [Fact]
    public void What_comes_later_is_not_known_yet()
    {
        var table = new DayTable(Histories.Weeks(Weeks), SiteCalendar.Empty);
        var clean = new CleanHistory(table, table.First + 20);
        Assert.Equal(20, clean.Days.Count);
    }

    private static bool IsAfternoon(VolumeRow row, int hour) => row.Start.Date == Wild && row.Start.Hour >= hour;

    private static IntervalSeries With(Func<VolumeRow, VolumeRow> change) => Histories.Of(
        Histories.Days(Histories.Monday, 7 * Weeks).SelectMany(date => Histories.DayRows(date, 1)).Select(change));

    private static CleanHistory Clean(IntervalSeries series, SiteCalendar? calendar = null)
    {
        var table = new DayTable(series, calendar ?? SiteCalendar.Empty);
        return new CleanHistory(table, table.End);
    }
}
