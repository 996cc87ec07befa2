using Muster.Domain.Time;
using NodaTime;

namespace Muster.Domain.Tests.Time;

public sealed class DaysTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-06-15", 24)]
    [InlineData("Europe/Berlin", "2026-03-29", 23)]
    [InlineData("Europe/Berlin", "2026-10-25", 25)]
    [InlineData("America/New_York", "2026-03-08", 23)]
    [InlineData("Australia/Lord_Howe", "2026-10-04", 23.5)]
    [InlineData("Australia/Lord_Howe", "2026-04-05", 24.5)]
    [InlineData("America/Sao_Paulo", "2018-11-04", 23)]
    [InlineData("Africa/Cairo", "2026-04-24", 23)]
    [InlineData("Pacific/Apia", "2011-12-30", 0)]
    [InlineData("Antarctica/Troll", "2026-03-29", 22)]
    public void A_day_has_as_many_hours_as_its_clocks_say(string zone, string date, double hours)
    {
        var (where, day) = (Zone(zone), Date(date));

        Assert.Equal(hours, Days.Length(day, where).TotalHours);
        Assert.Equal(hours * 4, PlanningIntervals.Of(day, where, PlanningIntervals.Quarter).Count);
        Assert.Equal(hours * 2, PlanningIntervals.Of(day, where, PlanningIntervals.Half).Count);
    }

    [Fact]
    public void A_day_whose_midnight_is_skipped_begins_at_one()
    {
        var start = Days.Start(new LocalDate(2018, 11, 4), Zone("America/Sao_Paulo"));

        Assert.Equal(new LocalTime(1, 0), start.InZone(Zone("America/Sao_Paulo")).TimeOfDay);
    }

    [Fact]
    public void An_hour_that_clocks_show_agawhereafter_midnight_stays_with_the_new_day()
    {
        // In Saint John's, clocks were put back at 00:01 of the 1st to 23:01 of the 31st.
        var zone = Zone("America/St_Johns");
        var november = new LocalDate(2009, 11, 1);
        var again = Days.Start(november, zone) + Duration.FromMinutes(2);

        Assert.Equal(new LocalDate(2009, 10, 31), again.InZone(zone).Date);
        Assert.Equal(november, Days.At(again, zone));
        Assert.Equal(25, Days.Length(november, zone).TotalHours);
    }

    [Fact]
    public void Some_days_are_their_instants_together()
    {
        var zone = Zone("Europe/Berlin");
        var march = new DateRange(new LocalDate(2026, 3, 1), new LocalDate(2026, 4, 1));

        Assert.Equal((31 * 24) - 1, Days.Of(march, zone).Duration.TotalHours);
        Assert.False(Days.Of(new DateRange(march.Start), zone).HasEnd);
    }

    [Theory]
    [InlineData("2026-03-28", "22:00", "07:00")]
    [InlineData("2026-10-24", "22:00", "05:00")]
    [InlineData("2026-06-15", "22:00", "06:00")]
    [InlineData("2026-03-29", "02:30", "11:30")]
    [InlineData("2026-10-25", "02:30", "09:30")]
    public void A_shift_of_eight_hours_ends_at_the_time_that_clocks_show_then(string date, string start, string stop)
    {
        var zone = Zone("Europe/Berlin");
        var time = NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH':'mm").Parse(start).Value;

        var shift = new ShiftTime(Date(date), time, Duration.FromHours(8)).In(zone);

        Assert.Equal(stop, shift.End.InZone(zone).TimeOfDay.ToString("HH':'mm", null));
        Assert.Equal(8, shift.Duration.TotalHours);
    }

    private static DateTimeZone Zone(string name) => TimeZones.Find(name).Value;

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
