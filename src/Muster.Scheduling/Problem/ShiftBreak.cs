namespace Muster.Scheduling.Problem;

/// <summary>Breaks or meals that a shift has, in the order of a shift's list. Minutes.</summary>
public sealed record ShiftBreak
{
    public required string Name { get; init; }

    /// <summary>Of each one.</summary>
    public required int Minutes { get; init; }

    public int Count { get; init; } = 1;

    public bool Paid { get; init; }

    /// <summary>None begins earlier after the shift does.</summary>
    public int EarliestAfterStart { get; init; }

    /// <summary>None begins later after the shift does; null: no such limit.</summary>
    public int? LatestAfterStart { get; init; }

    /// <summary>Each ends at least so long before the shift does.</summary>
    public int EndsBeforeStop { get; init; }

    /// <summary>At least so much work before it since the shift or another break.</summary>
    public int MinGap { get; init; }
}
