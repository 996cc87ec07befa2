namespace Muster.Storage.Demand;

/// <summary>A queue whose history is there.</summary>
/// <param name="First">When its first interval began.</param>
/// <param name="Last">When its last one began.</param>
public sealed record HistoryQueue(
    string Name, long Intervals, int Minutes, double Offered, DateTimeOffset First, DateTimeOffset Last);
