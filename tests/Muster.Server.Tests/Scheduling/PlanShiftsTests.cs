using Muster.Domain.Organization;
using Muster.Server.Scheduling;
using NodaTime;

namespace Muster.Server.Tests.Scheduling;

public sealed class PlanShiftsTests
{
    [Fact]
    public void A_shift_starts_on_its_own_day_in_a_window_over_midnight_too()
    {
        Assert.Equal([0, 1320, 1350, 1380, 1410], Starts(new(22, 0), new(8, 0), 480));
        Assert.Equal([0, 30, 60, 90, 120, 1320, 1350, 1380, 1410], Starts(new(22, 0), new(8, 0), 360));
        Assert.Equal([480, 510, 540], Starts(new(8, 0), new(17, 0), 480));
    }

    [Fact]
    public void Around_the_clock_every_start_is_there_once()
    {
        Assert.Equal(Enumerable.Range(0, 48).Select(half => half * 30), Starts(new(6, 0), new(6, 0), 30));
        Assert.Equal([.. Enumerable.Range(0, 33).Select(half => half * 30)], Starts(new(0, 0), new(0, 0), 480));
    }

    private static IEnumerable<int> Starts(LocalTime earliest, LocalTime latest, int minutes)
    {
        var plan = new WorkPlan
        {
            Id = new WorkPlanId(Guid.NewGuid()),
            BusinessUnitId = new BusinessUnitId(Guid.NewGuid()),
            Name = "Nights",
            PaidMinutesPerDay = new(0, 1440),
            PaidMinutesPerWeek = new(0, 10080),
            WorkingDaysPerWeek = new(0, 7),
            ShiftMinutes = new(minutes, minutes),
            ShiftStartStepMinutes = 30,
            EarliestStart = earliest,
            LatestStop = latest,
        };
        var calendar = new BuildCalendar(DateTimeZone.Utc, new LocalDate(2026, 3, 2), 7);
        return PlanShifts.Of(plan, OrganizationSnapshot.Empty, calendar).Options.Select(option => option.Start).Order();
    }
}
