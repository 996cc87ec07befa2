using Muster.Forecasting.History;
using NodaTime;

namespace Muster.Forecasting.Tests.History;

public sealed class HoursLearningTests
{
    [Fact]
    public void Hours_are_where_the_rows_are()
    {
        var rows = Histories.Days(Histories.Monday, 21).Where(date => date.DayOfWeek < IsoDayOfWeek.Saturday)
            .SelectMany(date => Histories.DayRows(date, 1));
        Assert.Equal(Histories.Office.Periods(), Histories.Of(rows).Hours.Periods());
    }

    [Fact]
    public void One_absurd_number_closes_nothing()
    {
        var rows = Histories.Days(Histories.Monday, 84).Where(date => date.DayOfWeek < IsoDayOfWeek.Saturday)
            .SelectMany(date => Histories.DayRows(date, 1)).ToArray();
        rows[605] = rows[605] with { Volume = 1e6 };
        Assert.Equal(Histories.Office.Periods(), Histories.Of(rows).Hours.Periods());
    }

    [Fact]
    public void Nights_that_are_always_zero_are_closed()
    {
        var rows = Histories.Days(Histories.Monday, 14).SelectMany(date => Enumerable.Range(0, 24).Select(
            hour => new VolumeRow(date.At(new LocalTime(hour, 0)), hour is >= 6 and < 22 ? 5 : 0)));
        var hours = Histories.Of(rows).Hours;
        Assert.All(hours.Periods(), period => Assert.Equal((new LocalTime(6, 0), new LocalTime(22, 0)),
            (period.Start, period.End)));
    }

    [Fact]
    public void A_hole_at_noon_of_an_hour_is_open_and_one_of_three_hours_is_closed()
    {
        IEnumerable<VolumeRow> Without(int from, int to) => Histories.Days(Histories.Monday, 14)
            .SelectMany(date => Histories.DayRows(date, 1))
            .Where(row => row.Start.Hour < from || row.Start.Hour >= to);
        Assert.Equal(7, Histories.Of(Without(12, 13)).Hours.Periods().Count);
        Assert.Equal(14, Histories.Of(Without(11, 14)).Hours.Periods().Count);
    }

    [Fact]
    public void Weekdays_that_a_short_history_does_not_reach_are_open_like_the_others()
    {
        var series = Histories.Of(Histories.DayRows(Histories.Monday, 1));
        Assert.All(Enum.GetValues<IsoDayOfWeek>().Skip(1), day => Assert.True(series.Hours.IsOpen(day)));
    }
}
