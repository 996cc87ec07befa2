using Muster.Bench.Stage;
using Muster.Cluster.Streams;
using Muster.Storage;

namespace Muster.Bench.Cluster;

/// <summary>
/// A thousand changes a second over eight nodes, written on four of them at a fixed pace, whoever is behind: how far
/// any node falls behind, and what memory does.
/// </summary>
internal static class StreamBench
{
    private const int Nodes = 8;
    private const int Writers = 4;
    private const int ChangesPerSecond = 1_000;
    private const int ChangesEach = 10;

    // People and their rights: after the warm-up every one has changed once.
    private const int Entities = 5_000;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(20);

    public static async Task RunAsync(string connection, CancellationToken token)
    {
        await using var nodes = await BenchNodes.StartAsync(connection, new BenchShape(Nodes), token);
        await WriteAsync(nodes, WarmUp, token);
        var log = new DeliveryLog(nodes);
        var before = Memory();
        var began = TimeProvider.System.GetTimestamp();
        var written = await WriteAsync(nodes, Length, token);
        var rate = written / TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        var lags = log.Delays().SelectMany(delays => delays).ToList();
        Figures.Say("changes a second over 8 nodes, 10 a commit", Figures.Text(rate, "0"));
        Figures.Say(
            "from commit to applied, each node",
            $"p50 {Figures.Text(Figures.Median(lags), "0.0")} ms, p99 {Figures.Text(Figures.Part(lags, 0.99), "0.0")} ms, "
                + $"most {Figures.Text(lags.Max(), "0")} ms");
        Figures.Say(
            "managed memory of all 8, before and after",
            $"{Figures.Text(before, "0.0")} MB, {Figures.Text(Memory(), "0.0")} MB");
    }

    /// <returns>How many changes were written.</returns>
    private static async Task<long> WriteAsync(BenchNodes nodes, TimeSpan length, CancellationToken token)
    {
        var began = TimeProvider.System.GetTimestamp();
        var period = TimeSpan.FromSeconds((double)ChangesEach * Writers / ChangesPerSecond);
        var commits = (int)(length / period);
        var last = await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            var position = default(ScopePosition);
            for (var index = 0; index < commits; index++)
            {
                var due = (period * index) + (period * writer / Writers);
                await UntilAsync(began, due, token);
                position = await CommitAsync(nodes.Databases[writer], (index * Writers) + writer, token);
            }

            return position;
        }));
        await nodes.UntilAppliedAsync(last.Max(), token);
        return (long)commits * Writers * ChangesEach;
    }

    private static async Task UntilAsync(long began, TimeSpan due, CancellationToken token)
    {
        if (due - TimeProvider.System.GetElapsedTime(began) is { Ticks: > 0 } early)
        {
            await Task.Delay(early, TimeProvider.System, token);
        }
    }

    private static async Task<ScopePosition> CommitAsync(Database database, int number, CancellationToken token)
    {
        await using var transaction = await BenchWrites.BeginAsync(database, token);
        for (var index = 0; index < ChangesEach; index++)
        {
            var entity = ((number * ChangesEach) + index) % Entities;
            transaction.Record(BenchNodes.Scope, new Change("user", $"bench-{entity}", 1, ChangeOperation.Put));
        }

        return (await transaction.CommitAsync(token))[0].Delta.Position;
    }

    private static double Memory()
    {
        GC.Collect();
        return GC.GetTotalMemory(forceFullCollection: true) / 1e6;
    }
}
