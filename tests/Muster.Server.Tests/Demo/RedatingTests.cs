using Muster.Server.Demo.History;
using NodaTime;

namespace Muster.Server.Tests.Demo;

public sealed class RedatingTests
{
    private static readonly LocalDate LastSunday = new(2003, 10, 26);
    private static readonly LocalDate Monday = new(2026, 3, 30);
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    private readonly Redating _dates = new(LastSunday, Monday, Berlin);

    [Fact]
    public void The_last_week_becomes_the_one_before_the_monday_and_weekdays_stay()
    {
        Assert.Equal(Monday.PlusDays(-1), _dates.Of(LastSunday));
        for (var day = LastSunday.PlusDays(-400); day <= LastSunday; day = day.PlusDays(1))
        {
            Assert.Equal(day.DayOfWeek, _dates.Of(day)!.Value.DayOfWeek);
        }
    }

    [Fact]
    public void What_comes_after_the_last_week_is_left_out() =>
        Assert.Null(_dates.Of(LastSunday.PlusDays(1)));

    [Fact]
    public void A_time_that_clocks_skip_at_its_new_date_is_left_out()
    {
        Assert.Null(_dates.Of(LastSunday + new LocalTime(2, 30)));
        Assert.Equal(Monday.PlusDays(-1) + new LocalTime(3, 0), _dates.Of(LastSunday + new LocalTime(3, 0)));
    }

    [Fact]
    public void A_day_that_is_not_followed_by_the_weekday_of_the_first_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Redating(LastSunday, Monday.PlusDays(1), Berlin));
}
