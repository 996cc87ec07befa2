namespace Muster.Storage.Adherence;

/// <summary>Results of agents, in place of all that was stored of these ranges.</summary>
public sealed record ResultRows(
    IReadOnlyList<ResultRange> Ranges, IReadOnlyList<IntervalRow> Intervals, IReadOnlyList<ExceptionRow> Exceptions)
{
    public static ResultRows None { get; } = new([], [], []);
}
