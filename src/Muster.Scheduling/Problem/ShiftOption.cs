namespace Muster.Scheduling.Problem;

/// <summary>
/// What can be worked on a day: a shift type of a roster, or one start and length of a contact centre's shifts.
/// <see cref="GeneratedShifts"/> makes the latter from windows. Times are minutes.
/// </summary>
public sealed record ShiftOption
{
    public required string Name { get; init; }

    /// <summary>From midnight of the day it belongs to; 1440 and more is the next day.</summary>
    public int Start { get; init; }

    /// <summary>From start to end, with whatever is not paid.</summary>
    public required int Length { get; init; }

    /// <summary>What counts for paid time; null: the length less unpaid breaks.</summary>
    public int? PaidMinutes { get; init; }

    /// <summary>A kind that rules may name: early, late, night.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Breaks and meals inside; only where demand is per interval.</summary>
    public IReadOnlyList<ShiftBreak> Breaks { get; init; } = [];

    /// <summary>
    /// How long the day is on which it can be worked: 1380 or 1500 where clocks are moved. Start and length are elapsed
    /// minutes there.
    /// </summary>
    public int DayMinutes { get; init; } = 24 * 60;

    /// <summary>Exclusive.</summary>
    public int End => Start + Length;

    public int Paid => PaidMinutes ?? (Length - Breaks.Sum(rule => rule.Paid ? 0 : rule.Minutes * rule.Count));
}
