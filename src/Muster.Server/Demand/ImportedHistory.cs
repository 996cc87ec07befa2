namespace Muster.Server.Demand;

/// <summary>A file of history, read and not written yet.</summary>
/// <param name="Rejected">The first thousand rows that could not be used.</param>
public sealed record ImportedHistory(
    HistoryPreview Preview, int Minutes, UnitIntervals Intervals, IReadOnlyList<RejectedHistoryRow> Rejected,
    long RejectedCount);
