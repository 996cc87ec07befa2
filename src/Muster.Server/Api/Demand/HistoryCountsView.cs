using Muster.Storage.Demand;

namespace Muster.Server.Api.Demand;

/// <summary>What writing history has done, in intervals.</summary>
public sealed record HistoryCountsView(int Added, int Changed, int Unchanged)
{
    public static HistoryCountsView Of(HistoryCounts counts) => new(counts.Added, counts.Changed, counts.Unchanged);
}
