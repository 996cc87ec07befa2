using Muster.Domain.Organization;
using Muster.Scheduling.Problem;
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

    [Fact]
    public void The_gap_after_a_break_is_that_break_s_whatever_the_next_one_says()
    {
        var breaks = Options(Plan(new(8, 0), new(17, 0), 480) with
        {
            Breaks =
            [
                new BreakRule { ActivityCodeId = default, Minutes = 15, Count = 2, MinGapMinutes = 60 },
                new BreakRule { ActivityCodeId = default, Minutes = 30, MinGapMinutes = 120 },
                new BreakRule { ActivityCodeId = default, Minutes = 10 },
            ],
        })[0].Breaks.SelectMany(rule => Enumerable.Repeat((rule.Minutes, rule.MinGap), rule.Count));

        Assert.Equal([(15, 60), (15, 60), (30, 60), (10, 120)], breaks);
    }

    private static IEnumerable<int> Starts(LocalTime earliest, LocalTime latest, int minutes) =>
        Options(Plan(earliest, latest, minutes)).Select(option => option.Start).Order();

    private static IReadOnlyList<ShiftOption> Options(WorkPlan plan) => PlanShifts.Of(
        plan, OrganizationSnapshot.Empty, new BuildCalendar(DateTimeZone.Utc, new LocalDate(2026, 3, 2), 7)).Options;

    private static WorkPlan Plan(LocalTime earliest, LocalTime latest, int minutes) => new()
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
}
