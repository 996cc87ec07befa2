namespace Muster.Storage.Demand;

/// <summary>What writing history has done, in intervals.</summary>
public readonly record struct HistoryCounts(int Added, int Changed, int Unchanged)
{
    public static HistoryCounts operator +(HistoryCounts one, HistoryCounts other) => Add(one, other);

    public static HistoryCounts Add(HistoryCounts one, HistoryCounts other) =>
        new(one.Added + other.Added, one.Changed + other.Changed, one.Unchanged + other.Unchanged);
}
