using Muster.Storage.Events;
using NodaTime;

namespace Muster.Server.Intraday;

/// <summary>What the sources of a tenant have told of their queues on a day.</summary>
/// <param name="Now">By the database's clock, when it was read.</param>
/// <param name="Sources">The names of sources by their numbers.</param>
public sealed record ToldQueues(
    Instant Now, IReadOnlyList<IntervalStatistic> Rows, IReadOnlyDictionary<int, string> Sources)
{
    /// <summary>By queue, exactly as sources call it.</summary>
    public ILookup<string, IntervalStatistic> ByQueue { get; } =
        Rows.ToLookup(row => row.Queue, StringComparer.Ordinal);
}
