using Muster.Server.Scheduling;
using NodaTime;

namespace Muster.Server.Tests.Scheduling;

public sealed class BuildCalendarTests
{
    [Fact]
    public void What_is_required_is_asked_for_at_the_same_moment_by_the_forecasts_clock()
    {
        var zones = DateTimeZoneProviders.Tzdb;
        var calendar = new BuildCalendar(
            zones["America/New_York"], new LocalDate(2026, 3, 7), 2, zones["Europe/Berlin"]);

        // On Sunday clocks are moved in New York, and not in Berlin.
        Assert.Equal((new LocalDate(2026, 3, 7), 6 * 60), calendar.DemandAt(0, 0));
        Assert.Equal((new LocalDate(2026, 3, 8), 0), calendar.DemandAt(0, 18 * 60));
        Assert.Equal((new LocalDate(2026, 3, 8), 14 * 60), calendar.DemandAt(1, 8 * 60));
        Assert.Equal((new LocalDate(2026, 3, 9), 4 * 60), calendar.DemandAt(1, 22 * 60));
        Assert.Equal(23 * 60, calendar.MinutesOf(1));
        Assert.Equal(6 * 60, calendar.MinutesApart);
        Assert.Equal(2, calendar.Findings().Count());
    }

    [Fact]
    public void One_clock_for_both_is_no_finding()
    {
        var calendar = new BuildCalendar(DateTimeZoneProviders.Tzdb["Europe/Berlin"], new LocalDate(2026, 3, 2), 7);

        Assert.Equal((new LocalDate(2026, 3, 4), 90), calendar.DemandAt(2, 90));
        Assert.Empty(calendar.Findings());
    }
}
