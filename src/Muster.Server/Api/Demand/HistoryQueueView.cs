using Muster.Storage.Demand;

namespace Muster.Server.Api.Demand;

/// <summary>A queue whose history is there.</summary>
/// <param name="Minutes">Length of its intervals.</param>
/// <param name="Offered">Contacts in all.</param>
/// <param name="First">When its first interval began.</param>
/// <param name="Last">When its last one began.</param>
public sealed record HistoryQueueView(
    string Queue, long Intervals, int Minutes, double Offered, DateTimeOffset First, DateTimeOffset Last)
{
    public static HistoryQueueView Of(HistoryQueue queue) => new(
        queue.Name, queue.Intervals, queue.Minutes, queue.Offered, queue.First, queue.Last);
}
