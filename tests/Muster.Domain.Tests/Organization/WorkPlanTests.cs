using Muster.Domain.Organization;
using NodaTime;

namespace Muster.Domain.Tests.Organization;

public sealed class WorkPlanTests
{
    private static readonly WorkPlan Sound = Sample.FullTime;

    public static TheoryData<WorkPlan, string[]> Contradictions { get; } = new()
    {
        {
            Sound with { PaidMinutesPerWeek = new(4000, 4100) },
            ["paid_minutes_per_week.min", "paid_minutes_per_day.max"]
        },
        {
            Sound with { PaidMinutesPerWeek = new(1000, 1700) },
            ["paid_minutes_per_week.max", "paid_minutes_per_day.min"]
        },
        { Sound with { PaidMinutesPerDay = new(500, 400) }, ["paid_minutes_per_day.min", "paid_minutes_per_day.max"] },
        { Sound with { MinRestMinutes = 1100 }, ["min_rest_minutes", "shift_minutes.min"] },
        {
            Sound with { EarliestStart = new LocalTime(8, 0), LatestStop = new LocalTime(14, 0) },
            ["shift_minutes.min", "latest_stop"]
        },
        { Sound with { Weekdays = [IsoDayOfWeek.Monday] }, ["working_days_per_week.min", "weekdays"] },
        { Sound with { MaxConsecutiveDays = 1 }, ["working_days_per_week.min", "max_consecutive_days"] },
        { Sound with { Breaks = [Lunch(480)] }, ["breaks[0].minutes", "shift_minutes.min"] },
        {
            Sound with { Breaks = [Lunch(30) with { ForShiftsFromMinutes = 700 }] },
            ["breaks[0].for_shifts_from_minutes", "shift_minutes.max"]
        },
        {
            Sound with { Breaks = [Lunch(30) with { EarliestMinutesAfterStart = 400 }] },
            ["breaks[0].min_gap_minutes", "shift_minutes.min"]
        },
        { Sound with { PaidMinutesPerDay = new(300, 350) }, ["shift_minutes.min", "paid_minutes_per_day.max"] },
    };

    [Fact]
    public void A_contract_that_can_be_kept_is_taken() => Assert.Empty(Sample.ErrorsOf(Sound));

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void Rules_that_contradict_each_other_are_refused_with_both_fields(WorkPlan plan, string[] fields)
    {
        Assert.Subset(Sample.Wrong(plan).ToHashSet(), fields.ToHashSet());
        Assert.All(Sample.ErrorsOf(plan), error => Assert.EndsWith(".", error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_window_may_pass_midnight()
    {
        var night = Sound with { EarliestStart = new LocalTime(20, 0), LatestStop = new LocalTime(6, 0) };

        Assert.Equal(600, night.WindowMinutes());
        Assert.Equal(1440, Sound.WindowMinutes());
        Assert.Empty(Sample.ErrorsOf(night));
    }

    [Fact]
    public void Breaks_must_be_breaks_or_meals_of_the_same_unit()
    {
        var working = Lunch(30) with { ActivityCodeId = Sample.Calls.Id };
        var strange = Lunch(30) with { ActivityCodeId = new ActivityCodeId(Sample.German.Id.Value) };

        Assert.Equal(["breaks[0].activity_code_id"], Sample.Wrong(Sound with { Breaks = [working] }));
        Assert.Equal(
            $"must be an activity code; {Sample.German.Id} is a skill.",
            Assert.Single(Sample.ErrorsOf(Sound with { Breaks = [strange] })).Message);
        Assert.Equal(
            ["breaks[0].activity_code_id"],
            Sample.Wrong(Sound with { Id = default, BusinessUnitId = Sample.South.Id }));
    }

    [Fact]
    public void Numbers_beyond_any_week_are_refused_by_name()
    {
        var wild = Sound with
        {
            MinRestMinutes = int.MaxValue,
            MaxConsecutiveDays = int.MinValue,
            ShiftStartStepMinutes = 7,
            PaidMinutesPerDay = new NumberRange(int.MinValue, int.MaxValue),
        };

        Assert.Superset(
            new HashSet<string>
            {
                "min_rest_minutes", "max_consecutive_days", "shift_start_step_minutes", "paid_minutes_per_day.min",
            },
            Sample.Wrong(wild).ToHashSet());
    }

    private static BreakRule Lunch(int minutes) => new() { ActivityCodeId = Sample.Lunch.Id, Minutes = minutes };
}
