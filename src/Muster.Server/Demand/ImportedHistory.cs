using Muster.Storage.Demand;

namespace Muster.Server.Demand;

/// <summary>A file of history, read and not written yet.</summary>
/// <param name="Minutes">Length of most intervals.</param>
/// <param name="Intervals">Each once.</param>
/// <param name="Remarks">What was noticed.</param>
/// <param name="Rejected">The first thousand rows that could not be used.</param>
public sealed record ImportedHistory(
    HistoryPreview Preview, int Minutes, IReadOnlyList<HistoryInterval> Intervals, IReadOnlyList<string> Remarks,
    IReadOnlyList<RejectedHistoryRow> Rejected, long RejectedCount);
