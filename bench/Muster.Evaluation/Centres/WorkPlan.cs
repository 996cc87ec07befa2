namespace Muster.Evaluation.Centres;

/// <summary>What an agent may work. Weeks go from Monday to Sunday and count a shift on the day it starts.</summary>
public sealed record WorkPlan
{
    public required string Name { get; init; }

    public required int MinDaysPerWeek { get; init; }

    public required int MaxDaysPerWeek { get; init; }

    /// <summary>Paid.</summary>
    public required int MinMinutesPerWeek { get; init; }

    public required int MaxMinutesPerWeek { get; init; }

    /// <summary>Paid minutes of a shift; lengths go by half hours.</summary>
    public required int MinShiftMinutes { get; init; }

    public required int MaxShiftMinutes { get; init; }

    /// <summary>Slot since midnight.</summary>
    public required int EarliestStart { get; init; }

    public required int LatestStart { get; init; }

    /// <summary>In the order in which they are taken.</summary>
    public required IReadOnlyList<RestRule> Rests { get; init; }

    /// <summary>Those of a shift with so many paid minutes.</summary>
    public IEnumerable<RestRule> RestsOf(int paidMinutes) => Rests.Where(rest => paidMinutes >= rest.FromMinutes);

    /// <summary>From start to end of a shift with so many paid minutes.</summary>
    public int Presence(int paidMinutes) =>
        paidMinutes + RestsOf(paidMinutes).Where(rest => !rest.IsPaid).Sum(rest => rest.Minutes);
}
