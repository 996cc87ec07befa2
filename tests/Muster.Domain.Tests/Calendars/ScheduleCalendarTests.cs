using Muster.Domain.Calendars;
using Muster.Domain.Organization;
using Muster.Domain.People;
using Muster.Domain.Schedules;
using Muster.Domain.Tests.Organization;
using NodaTime;

namespace Muster.Domain.Tests.Calendars;

public sealed class ScheduleCalendarTests
{
    private const string Agent = "00000000000070008000000000000001";

    private static readonly ActivityCode Leave =
        Sample.Calls with { Id = new ActivityCodeId(Sample.Id(20)), Name = "Leave" };

    private static readonly Instant Published = Instant.FromUtc(2026, 1, 1, 0, 0);

    [Fact]
    public void A_shift_is_one_event_called_by_its_work_with_its_parts_described()
    {
        var one = Assert.Single(Events(new(2026, 6, 8), "work 09:00 480", "lunch 12:00 30"));

        Assert.Equal($"{Agent}-20260608-work1@muster", one.Uid);
        Assert.Equal(Instant.FromUtc(2026, 6, 8, 7, 0), one.Start);
        Assert.Equal(Instant.FromUtc(2026, 6, 8, 15, 0), one.End);
        Assert.Equal("Calls", one.Summary);
        Assert.Equal(
            "09:00–12:00 Calls\n12:00–12:30 Lunch\n12:30–17:00 Calls\nTimes of Europe/Berlin", one.Description);
        Assert.Equal((Published, 2), (one.ChangedAt, one.Changes));
        Assert.False(one.IsFree);
    }

    [Fact]
    public void A_shift_of_nothing_else_needs_no_description() =>
        Assert.Equal("", Assert.Single(Events(new(2026, 6, 8), "work 09:00 480")).Description);

    [Fact]
    public void A_free_day_has_no_event() => Assert.Empty(Events(new(2026, 6, 8)));

    [Fact]
    public void Time_off_stands_apart_from_the_work_around_it()
    {
        var events = Events(new(2026, 6, 8), "work 09:00 480", "lunch 12:00 30", "leave 14:00 60").ToList();

        Assert.Equal(["work1", "off1", "work2"], events.Select(one => one.Uid.Split('-', '@')[2]));
        Assert.Equal(["Calls", "Leave", "Calls"], events.Select(one => one.Summary));
        Assert.Equal([false, true, false], events.Select(one => one.IsFree));
        Assert.Equal(Instant.FromUtc(2026, 6, 8, 12, 0), events[1].Start);
        Assert.Equal(Instant.FromUtc(2026, 6, 8, 13, 0), events[1].End);
    }

    [Fact]
    public void A_split_shift_is_two_events() => Assert.Equal(
        ["work1", "work2"],
        Events(new(2026, 6, 8), "work 08:00 240", "work 16:00 240").Select(one => one.Uid.Split('-', '@')[2]));

    [Theory]
    [InlineData(2026, 3, 28, 420)] // 22:00 to 06:00 by the clock of the night that has an hour less
    [InlineData(2026, 10, 24, 540)] // and of the one that has an hour more
    public void A_night_in_which_the_clock_is_set_ends_when_it_ends(int year, int month, int day, int minutes)
    {
        var one = Assert.Single(Events(new(year, month, day), $"work 22:00 {minutes}"));

        Assert.Equal(minutes, (one.End - one.Start).TotalMinutes);
        Assert.Equal(
            new LocalDateTime(year, month, day, 6, 0).PlusDays(1),
            one.End.InZone(Sample.Zone("Europe/Berlin")).LocalDateTime);
    }

    private static IEnumerable<CalendarEvent> Events(LocalDate day, params string[] activities)
    {
        var zone = Sample.Zone("Europe/Berlin");
        var content = new DayContent(activities.Select(text => Activity(day, zone, text.Split(' '))));
        var published = new AgentDay(
            new AgentId(Guid.ParseExact(Agent, "N")), day, Sample.Kiel.Id, Version: 3, Revision: 7, content);
        return new ScheduleCalendar(Sample.All.With(Leave), zone).Of(published, Published);
    }

    private static PlannedActivity Activity(LocalDate day, DateTimeZone zone, string[] words)
    {
        var (layer, code) = words[0] switch
        {
            "work" => (ActivityLayer.Work, Sample.Calls),
            "lunch" => (ActivityLayer.Inside, Sample.Lunch),
            _ => (ActivityLayer.TimeOff, Leave),
        };
        var clock = TimeOnly.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture);
        return new PlannedActivity(
            layer, zone.AtStrictly(day.At(LocalTime.FromTimeOnly(clock))).ToInstant(),
            int.Parse(words[2], System.Globalization.CultureInfo.InvariantCulture), code.Id);
    }
}
