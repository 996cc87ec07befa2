using Muster.Domain.Time;
using NodaTime;

namespace Muster.Domain.Tests.Time;

/// <summary>What holds in every zone of the database, on every day of years with all kinds of transitions.</summary>
public sealed class EveryZoneTests
{
    // 1942: war times; 1986: summer times of all kinds; 2011: Apia skips a day; then the years that are planned.
    private static readonly int[] Years = [1942, 1986, 2011, 2024, 2025, 2026, 2027];

    private static readonly IReadOnlyList<DateTimeZone> Zones =
        [.. TimeZones.Names.Select(name => TimeZones.Find(name).Value)];

    [Fact]
    public void Days_tile_the_years()
    {
        foreach (var (zone, date) in EveryDay())
        {
            var (today, tomorrow) = (Days.Of(date, zone), Days.Of(date.PlusDays(1), zone));
            if (today.End != tomorrow.Start || today.Duration < Duration.Zero)
            {
                Assert.Fail($"{zone.Id} {date}: {today} and {tomorrow} do not meet.");
            }

            if (today.Duration > Duration.Zero && (Days.At(today.Start, zone) != date
                || Days.At(today.End - Duration.Epsilon, zone) != date))
            {
                Assert.Fail($"{zone.Id} {date}: its own first and last moments are not in it.");
            }
        }
    }

    [Fact]
    public void Intervals_tile_the_day_and_are_found_by_any_moment_in_them()
    {
        foreach (var (zone, date) in DaysOfInterest())
        {
            foreach (var length in new[] { PlanningIntervals.Quarter, PlanningIntervals.Half })
            {
                AssertTiles(zone, date, length);
            }
        }
    }

    [Fact]
    public void In_the_years_that_are_planned_every_interval_is_whole()
    {
        foreach (var (zone, date) in DaysOfInterest().Where(day => day.Date.Year >= 2024))
        {
            Assert.All(
                PlanningIntervals.Of(date, zone, PlanningIntervals.Half),
                interval => Assert.Equal(PlanningIntervals.Half, interval.Duration));
        }
    }

    [Fact]
    public void Shifts_over_midnight_keep_their_paid_minutes_on_days_of_every_length()
    {
        var length = Duration.FromHours(8);
        foreach (var (zone, date) in DaysOfInterest())
        {
            for (var hour = 0; hour < 24; hour++)
            {
                var shift = new ShiftTime(date, new LocalTime(hour, 30), length).In(zone);
                Assert.Equal(length, shift.Duration);
            }
        }
    }

    private static void AssertTiles(DateTimeZone zone, LocalDate date, Duration length)
    {
        var (day, next, index) = (Days.Of(date, zone), Days.Start(date, zone), 0);
        foreach (var interval in PlanningIntervals.Of(date, zone, length))
        {
            Assert.Equal(next, interval.Start);
            Assert.True(interval.Duration == length || interval.End == day.End, $"{zone.Id} {date} {interval}");
            Assert.Equal((date, index), PlanningIntervals.At(interval.Start, zone, length));
            Assert.Equal((date, index), PlanningIntervals.At(interval.End - Duration.Epsilon, zone, length));
            (next, index) = (interval.End, index + 1);
        }

        Assert.Equal(day.End, next);
    }

    private static IEnumerable<(DateTimeZone Zone, LocalDate Date)> EveryDay() =>
        from zone in Zones
        from year in Years
        from day in Enumerable.Range(0, 366)
        select (zone, new LocalDate(year, 1, 1).PlusDays(day));

    // An ordinary day of each year, and the days around every transition.
    private static IEnumerable<(DateTimeZone Zone, LocalDate Date)> DaysOfInterest() =>
        from zone in Zones
        from year in Years
        from date in TransitionsOf(zone, year).Prepend(new LocalDate(year, 6, 15)).Distinct()
        select (zone, date);

    private static IEnumerable<LocalDate> TransitionsOf(DateTimeZone zone, int year)
    {
        var (start, end) = (Instant.FromUtc(year, 1, 1, 0, 0), Instant.FromUtc(year + 1, 1, 1, 0, 0));
        return zone.GetZoneIntervals(start, end).Where(interval => interval.HasStart && interval.Start > start)
            .SelectMany(interval => new[] { -1, 0, 1 }.Select(days =>
                interval.Start.InZone(zone).Date.PlusDays(days)));
    }
}
