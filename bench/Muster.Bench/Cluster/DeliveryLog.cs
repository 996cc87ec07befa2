using System.Collections.Concurrent;
using Muster.Cluster.Streams;

namespace Muster.Bench.Cluster;

/// <summary>
/// When commits were made, and when each node had swapped in the snapshot with them, all by this process's clock.
/// </summary>
internal sealed class DeliveryLog
{
    private readonly ConcurrentQueue<(ScopePosition Position, long At)> _commits = new();
    private readonly List<ConcurrentQueue<(ScopePosition Position, long At)>> _applied = [];

    public DeliveryLog(BenchNodes nodes)
    {
        foreach (var database in nodes.Databases)
        {
            var tell = database.Committed;
            database.Committed = moved =>
            {
                _commits.Enqueue((moved[0].Delta.Position, TimeProvider.System.GetTimestamp()));
                return tell(moved);
            };
        }

        foreach (var node in nodes.Nodes)
        {
            var applied = new ConcurrentQueue<(ScopePosition Position, long At)>();
            _applied.Add(applied);
            node.Applied += (_, position) => applied.Enqueue((position, TimeProvider.System.GetTimestamp()));
        }
    }

    /// <summary>
    /// For each commit, in order, the milliseconds until each node had it: from the answer of the database, before
    /// anybody is told. A node that was notified even earlier counts as 0.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<double>> Delays()
    {
        var applied = _applied.ConvertAll(log => log.ToArray());
        var next = new int[applied.Count];
        var delays = new List<IReadOnlyList<double>>();
        foreach (var (position, at) in _commits.OrderBy(commit => commit.Position))
        {
            for (var node = 0; node < applied.Count; node++)
            {
                while (applied[node][next[node]].Position < position)
                {
                    next[node]++;
                }
            }

            delays.Add([.. applied.Select((log, node) => Milliseconds(at, log[next[node]].At))]);
        }

        return delays;
    }

    private static double Milliseconds(long from, long to) =>
        Math.Max(0, TimeProvider.System.GetElapsedTime(from, to).TotalMilliseconds);
}
