using Muster.Forecasting.Cleaning;
using Muster.Forecasting.History;
using Muster.Forecasting.Tests.Models;
using NodaTime;

namespace Muster.Forecasting.Tests.Cleaning;

public sealed class CalendarTermsTests
{
    // May 2024 begins on a Wednesday; its 1st is a holiday, a Wednesday.
    private static readonly LocalDate Holiday = new(2024, 5, 1);

    [Fact]
    public void Days_around_a_closed_day_are_known()
    {
        Assert.Equal([1, 0, 0], Terms(new(2024, 5, 2))[..3]);
        Assert.Equal([0, 1, 0], Terms(new(2024, 5, 3))[..3]);
        Assert.Equal([0, 0, 1], Terms(new(2024, 4, 30))[..3]);
        Assert.Equal([0, 0, 0], Terms(new(2024, 5, 6))[..3]);
    }

    [Fact]
    public void A_weekend_is_no_closed_day_but_lies_between()
    {
        var friday = SiteCalendar.Empty.WithClosed(new LocalDate(2024, 5, 3));
        Assert.Equal([1, 0, 0], Terms(new(2024, 5, 6), friday)[..3]);
    }

    [Theory]
    [InlineData(2, 1, 0, 0)]
    [InlineData(6, 1, 0, 0)]
    [InlineData(7, 0, 1, 0)]
    [InlineData(8, 0, 1, 0)]
    [InlineData(9, 0, 0, 0)]
    [InlineData(29, 0, 0, 0)]
    [InlineData(30, 0, 0, 1)]
    [InlineData(31, 0, 0, 1)]
    public void Business_days_of_the_month_are_counted(int day, int first, int second, int last) =>
        Assert.Equal([first, second, last], Terms(new(2024, 5, day))[3..]);

    private static double[] Terms(LocalDate date, SiteCalendar? calendar = null)
    {
        var rows = Histories.Days(Histories.Monday, 200).Where(day => day.DayOfWeek < IsoDayOfWeek.Saturday)
            .SelectMany(day => Histories.DayRows(day, 1));
        var past = Known.Of(Histories.Of(rows), calendar ?? SiteCalendar.Empty.WithClosed(Holiday));
        return past.Terms(DayNumber.Of(date));
    }
}
