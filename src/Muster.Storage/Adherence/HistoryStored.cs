namespace Muster.Storage.Adherence;

/// <summary>Of which time results are stored.</summary>
/// <param name="From">When the oldest begins; null: there are none.</param>
/// <param name="Until">What ends at or before is stored; null: nothing was ever stored.</param>
public sealed record HistoryStored(DateTimeOffset? From, DateTimeOffset? Until);
