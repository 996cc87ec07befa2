using Muster.Server.Demand;
using Muster.Storage.Demand;

namespace Muster.Server.Api.Demand;

/// <summary>What a file of history is, and what was written of it.</summary>
/// <param name="Columns">The file's columns by what they were taken for.</param>
/// <param name="Others">Columns that are not used.</param>
/// <param name="Minutes">Length of most intervals; a remark tells of queues that have several.</param>
/// <param name="Queues">Which queues it is about.</param>
/// <param name="Offered">Contacts in all.</param>
/// <param name="RejectedRows">How many rows could not be used.</param>
/// <param name="Rejected">The first thousand of them.</param>
/// <param name="Written">Null for a preview.</param>
public sealed record ImportView(
    string Separator,
    IReadOnlyDictionary<ColumnRole, IReadOnlyList<string>> Columns,
    IReadOnlyList<string> Others,
    int Minutes,
    int Intervals,
    IReadOnlyList<string> Queues,
    double Offered,
    DateTimeOffset? First,
    DateTimeOffset? Last,
    long RejectedRows,
    IReadOnlyList<RejectedRowView> Rejected,
    IReadOnlyList<string> Remarks,
    HistoryCountsView? Written)
{
    public static ImportView Of(ImportedHistory read, HistoryCounts? written)
    {
        var all = read.Intervals;
        return new ImportView(
            read.Preview.Separator.ToString(), read.Preview.Columns, read.Preview.Others, read.Minutes, all.Count,
            [.. all.Select(row => row.Queue).Distinct().Order(StringComparer.Ordinal)], all.Sum(row => row.Offered),
            all.Count > 0 ? all.Min(row => row.At) : null, all.Count > 0 ? all.Max(row => row.At) : null,
            read.RejectedCount, [.. read.Rejected.Select(RejectedRowView.Of)],
            read.Remarks,
            written is { } counts ? HistoryCountsView.Of(counts) : null);
    }
}
