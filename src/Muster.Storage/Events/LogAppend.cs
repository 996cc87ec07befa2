namespace Muster.Storage.Events;

/// <summary>What one transaction adds to the log, with what goes along.</summary>
/// <param name="Events">In the order in which they get their places.</param>
/// <param name="Statistics">Each queue and interval of a source at most once.</param>
public sealed record LogAppend(
    IReadOnlyList<NewEvent> Events, IReadOnlyList<PositionSpan> Spans, IReadOnlyList<IntervalStatistic> Statistics,
    IReadOnlyList<SourceCounts> Counts);
