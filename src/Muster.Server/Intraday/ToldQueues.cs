using Muster.Storage.Events;
using NodaTime;

namespace Muster.Server.Intraday;

/// <summary>What the sources of a tenant have told of their queues on a day.</summary>
/// <param name="Now">By the database's clock, when it was read.</param>
/// <param name="Sources">The names of sources by their numbers.</param>
public sealed record ToldQueues(
    Instant Now, IReadOnlyList<IntervalStatistic> Rows, IReadOnlyDictionary<int, string> Sources)
{
    /// <summary>
    /// By queue, exactly as sources call it. A source that tells the same time again in intervals of another length has
    /// told it once: as it did last.
    /// </summary>
    public ILookup<string, IntervalStatistic> ByQueue { get; } = Rows
        .GroupBy(row => (row.Source, row.Queue)).SelectMany(Last)
        .ToLookup(row => row.Queue, StringComparer.Ordinal);

    /// <summary>Queues of which nothing is told on the day, and something is expected.</summary>
    public IReadOnlyList<SilentQueue> Silent { get; init; } = [];

    private static IEnumerable<IntervalStatistic> Last(IEnumerable<IntervalStatistic> told)
    {
        var rows = told.ToList();
        return rows.TrueForAll(row => row.Minutes == rows[0].Minutes)
            ? rows
            : rows.Where(row => !rows.Exists(other => (row.Run, row.Position).CompareTo((other.Run, other.Position)) < 0
                && row.At < other.At.AddMinutes(other.Minutes) && other.At < row.At.AddMinutes(row.Minutes)));
    }
}
