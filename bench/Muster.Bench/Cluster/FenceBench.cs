using Muster.Bench.Stage;
using Muster.Cluster.Leases;
using Muster.Cluster.Streams;
using Muster.Storage;

namespace Muster.Bench.Cluster;

/// <summary>What the fence costs: the same write with and without it, by turns.</summary>
internal static class FenceBench
{
    private const int Times = 1_000;

    private static readonly ScopeName Scope = ScopeName.Of("bench");

    public static async Task RunAsync(string connection, CancellationToken token)
    {
        await using var nodes = await BenchNodes.StartAsync(connection, new BenchShape(1), token);
        await using var lease = await nodes.Nodes[0].Leases.AcquireAsync("bench", token);
        nodes.Database.Committed = _ => Task.CompletedTask;
        var (bare, fenced) = (new List<double>(), new List<double>());
        for (var index = 0; index < Times; index++)
        {
            bare.Add(await WriteAsync(nodes.Database, null, token));
            fenced.Add(await WriteAsync(nodes.Database, lease.Fence, token));
        }

        var (without, with) = (Figures.Median(bare), Figures.Median(fenced));
        Figures.Say("write of 20 changes without a fence, p50", $"{Figures.Text(without, "0.00")} ms");
        Figures.Say(
            "write of 20 changes under a fence, p50",
            $"{Figures.Text(with, "0.00")} ms, {Figures.Text((with / without) - 1, "+0 %;-0 %")}");
    }

    private static async Task<double> WriteAsync(Database database, Fence? fence, CancellationToken token)
    {
        var began = TimeProvider.System.GetTimestamp();
        var context = BenchWrites.Context();
        await using (var transaction = fence is { } held
            ? await database.BeginFencedAsync(context, held, token)
            : await database.BeginAsync(context, token))
        {
            for (var index = 0; index < 20; index++)
            {
                transaction.Record(Scope, new Change("thing", $"bench-{index}", 1, ChangeOperation.Put));
            }

            await transaction.CommitAsync(token);
        }

        return TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
    }
}
