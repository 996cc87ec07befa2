namespace Muster.Server.Intraday;

/// <summary>A queue that a source tells of, and that is in no planning group.</summary>
public sealed record UnmappedQueue(string Queue, string Source, double Offered)
{
    public const int Most = 50;

    /// <summary>The busiest first.</summary>
    /// <param name="planned">The queues of all planning groups of the tenant.</param>
    public static IReadOnlyList<UnmappedQueue> Of(ToldQueues told, IReadOnlySet<string> planned) =>
    [
        .. told.ByQueue.Where(rows => !planned.Contains(rows.Key)).SelectMany(rows => rows)
            .GroupBy(row => (row.Queue, row.Source))
            .Select(rows => new UnmappedQueue(
                rows.Key.Queue, told.Sources[rows.Key.Source], rows.Sum(row => row.Offered)))
            .OrderByDescending(queue => queue.Offered).ThenBy(queue => queue.Queue, StringComparer.Ordinal).Take(Most),
    ];

    /// <summary>In a sentence for those who may not know their names; none when there is nothing to say.</summary>
    public static IEnumerable<string> Count(IReadOnlyList<UnmappedQueue> queues) => queues.Count switch
    {
        0 => [],
        1 => ["Sources tell of a queue that is in no planning group. Its name takes organization:view here."],
        var count =>
        [
            $"Sources tell of {count} queues that are in no planning group. Their names take organization:view here.",
        ],
    };
}
