namespace Muster.Storage.Events;

/// <summary>What a transaction adds to a source.</summary>
/// <param name="Source">Its number.</param>
/// <param name="Position">The highest of its current run; 0: none.</param>
public sealed record SourceCounts(
    int Source, long Position, long Events, long Statistics, long Duplicates, long Quarantined, long Dropped);
