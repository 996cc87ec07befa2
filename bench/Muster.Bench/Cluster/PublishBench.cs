using Microsoft.Extensions.Logging.Abstractions;
using Muster.Bench.Stage;
using Muster.Cluster.Streams;
using Muster.Storage;
using Muster.Storage.Streams;

namespace Muster.Bench.Cluster;

/// <summary>
/// From the beginning of a commit until all of four nodes have applied it, beside the same commit and its NOTIFY alone
/// to four listeners.
/// </summary>
internal static class PublishBench
{
    private const int Times = 500;
    private const int Nodes = 4;

    public static async Task RunAsync(string connection, CancellationToken token)
    {
        var floor = await ListenAsync(connection, token);
        await using var nodes = await BenchNodes.StartAsync(connection, new BenchShape(Nodes), token);
        var times = new List<double>();
        for (var index = 0; index < Times; index++)
        {
            var began = TimeProvider.System.GetTimestamp();
            var position = await WriteAsync(nodes.Database, BenchNodes.Scope, 1, token);
            var receipt = await nodes.Nodes[0].WaitUntilAppliedAsync(
                BenchNodes.Scope, position, TimeSpan.FromSeconds(2), token);
            if (receipt is { IsComplete: true, Nodes.Count: Nodes }
                && receipt.Nodes.All(node => node.State == ReceiptState.Applied))
            {
                times.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        var median = Figures.Median(times);
        Figures.Say("commit and NOTIFY to 4 listeners, p50", $"{Figures.Text(floor, "0.00")} ms");
        Figures.Say(
            "commit to applied on 4 nodes, p50",
            $"{Figures.Text(median, "0.00")} ms, {Figures.Text(median / floor, "0.0")} x the floor");
        Figures.Say("commit to applied on 4 nodes, p99", $"{Figures.Text(Figures.Part(times, 0.99), "0.00")} ms");
    }

    /// <summary>A transaction that changes some entities of a scope and nothing else.</summary>
    public static async Task<ScopePosition> WriteAsync(
        Database database, ScopeName scope, int changes, CancellationToken token)
    {
        await using var transaction = await BenchWrites.BeginAsync(database, token);
        for (var index = 0; index < changes; index++)
        {
            transaction.Record(scope, new Change("user", $"bench-{index}", 1, ChangeOperation.Put));
        }

        return (await transaction.CommitAsync(token))[0].Delta.Position;
    }

    private static async Task<double> ListenAsync(string connection, CancellationToken token)
    {
        await using var database = Database.Open(
            new DatabaseSettings(connection, "bench", TimeSpan.FromSeconds(5), 10));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        using var ready = new SemaphoreSlim(0);
        using var heard = new SemaphoreSlim(0);
        var callbacks = new ChangeCallbacks
        {
            Connected = () => ready.Release(),
            ScopeMoved = (_, _) => heard.Release(),
            HandoverAsked = _ => { },
        };
        for (var index = 0; index < Nodes; index++)
        {
            var listener = new ChangeListener(database, TimeProvider.System, NullLogger<ChangeListener>.Instance);
            _ = listener.RunAsync(callbacks, stop.Token);
            await ready.WaitAsync(token);
        }

        var times = new List<double>();
        for (var index = 0; index < Times; index++)
        {
            var began = TimeProvider.System.GetTimestamp();
            await WriteAsync(database, ScopeName.Of("bench"), 1, token);
            for (var listener = 0; listener < Nodes; listener++)
            {
                await heard.WaitAsync(token);
            }

            times.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        }

        await stop.CancelAsync();
        return Figures.Median(times);
    }
}
