namespace Muster.Domain.Organization;

/// <summary>Breaks or meals of a shift: what, how long, how many, and when. Minutes are elapsed time.</summary>
public sealed record BreakRule
{
    /// <summary>A break or a meal.</summary>
    public required ActivityCodeId ActivityCodeId { get; init; }

    /// <summary>Of each one.</summary>
    public required int Minutes { get; init; }

    public int Count { get; init; } = 1;

    /// <summary>Only shifts of at least so many minutes have them; 0: every shift.</summary>
    public int ForShiftsFromMinutes { get; init; }

    /// <summary>The first begins no earlier than so many minutes after the shift does.</summary>
    public int EarliestMinutesAfterStart { get; init; }

    /// <summary>The last ends at least so many minutes before the shift does.</summary>
    public int EndsMinutesBeforeStop { get; init; }

    /// <summary>At least so much lies between one and the next break or meal, of whatever rule.</summary>
    public int MinGapMinutes { get; init; }
}
