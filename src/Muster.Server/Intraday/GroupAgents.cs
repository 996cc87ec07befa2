namespace Muster.Server.Intraday;

/// <summary>A planning group's agents by quarter of an hour; null: not known.</summary>
public sealed record GroupAgents(IReadOnlyList<double?> Scheduled, IReadOnlyList<double?> OnQueue)
{
    /// <summary>On average over longer intervals; null where a part is not known.</summary>
    /// <param name="count">How many quarters make one.</param>
    public GroupAgents By(int count) => new(Means(Scheduled, count), Means(OnQueue, count));

    private static IReadOnlyList<double?> Means(IReadOnlyList<double?> quarters, int count) =>
        [.. quarters.Chunk(count).Select(some => some.Any(one => one is null) ? null : some.Average())];
}
