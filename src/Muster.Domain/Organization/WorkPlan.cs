using NodaTime;

namespace Muster.Domain.Organization;

/// <summary>How somebody works by contract: the rules that every schedule of theirs keeps.</summary>
public sealed partial record WorkPlan : UnitItem<WorkPlanId>
{
    /// <summary>Of a day that is worked at all.</summary>
    public required NumberRange PaidMinutesPerDay { get; init; }

    public required NumberRange PaidMinutesPerWeek { get; init; }

    public required NumberRange WorkingDaysPerWeek { get; init; }

    /// <summary>The days that may be worked.</summary>
    public IReadOnlyList<IsoDayOfWeek> Weekdays { get; init; } =
    [
        IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday,
        IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday,
    ];

    public int MaxConsecutiveDays { get; init; } = 6;

    /// <summary>Between the end of a shift and the start of the next; the law of most of Europe says 660.</summary>
    public int MinRestMinutes { get; init; } = 660;

    /// <summary>
    /// No shift starts before; where the window goes over midnight, also from 00:00 on, up to <see cref="LatestStop"/>.
    /// </summary>
    public LocalTime EarliestStart { get; init; } = LocalTime.Midnight;

    /// <summary>No shift ends after. Not later than <see cref="EarliestStart"/>: on the next day.</summary>
    public LocalTime LatestStop { get; init; } = LocalTime.Midnight;

    /// <summary>From start to end, with whatever is not paid.</summary>
    public required NumberRange ShiftMinutes { get; init; }

    /// <summary>Shifts are so many minutes longer or shorter than each other.</summary>
    public int ShiftLengthStepMinutes { get; init; } = 15;

    /// <summary>Shifts start so many minutes apart, from midnight on.</summary>
    public int ShiftStartStepMinutes { get; init; } = 15;

    /// <summary>Of four weekends in a row, how many may be worked.</summary>
    public int MaxWeekendsInFour { get; init; } = 4;

    /// <summary>Whether Saturday and Sunday are worked both or neither.</summary>
    public bool WholeWeekends { get; init; }

    public IReadOnlyList<BreakRule> Breaks { get; init; } = [];

    /// <summary>From <see cref="EarliestStart"/> to <see cref="LatestStop"/>.</summary>
    public int WindowMinutes()
    {
        var minutes = (int)Period.Between(EarliestStart, LatestStop, PeriodUnits.Minutes).Minutes;
        return minutes > 0 ? minutes : minutes + MinutesOfDay;
    }

    public override IEnumerable<ItemReference> References() => Breaks.Select((rule, index) => new ItemReference(
        $"breaks[{index}].activity_code_id", OrganizationKinds.ActivityCode, rule.ActivityCodeId.Value));
}
