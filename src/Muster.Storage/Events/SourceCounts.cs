namespace Muster.Storage.Events;

/// <summary>What a transaction adds to a source.</summary>
/// <param name="Source">Its number.</param>
/// <param name="Position">The highest of its current run; 0: none.</param>
/// <param name="ToldUntil">
/// Up to when the source has told all; null: up to now, which is the most. 1970: it says nothing of that.
/// </param>
public sealed record SourceCounts(
    int Source, long Position, long Events, long Statistics, long Duplicates, long Quarantined, long Dropped,
    DateTimeOffset? ToldUntil);
