namespace Muster.Storage.Adherence;

/// <summary>Seconds of one of those whose results are asked for, in one of the parts of the time.</summary>
/// <param name="Place">Of whom, in the order of the asker.</param>
/// <param name="Part">From 0.</param>
public sealed record HistorySum(int Place, int Part)
{
    public long In { get; init; }

    public long Out { get; init; }

    public long Explained { get; init; }

    public long Unknown { get; init; }

    public long Ignored { get; init; }

    public long Unscheduled { get; init; }

    public long UnscheduledExplained { get; init; }

    public long ScheduledOnQueue { get; init; }

    public long ScheduledWork { get; init; }

    public long Work { get; init; }
}
