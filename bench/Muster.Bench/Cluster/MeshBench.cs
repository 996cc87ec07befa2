using System.Buffers;
using Muster.Cluster;
using Muster.Cluster.Mesh;
using Muster.Cluster.Streams;

namespace Muster.Bench.Cluster;

/// <summary>
/// From a commit until the last of all nodes has applied it, when only the mesh tells them, beside a bare hop of the
/// same size. They take turns, a commit when all has arrived and then a bare message, so that both see the same machine.
/// </summary>
internal static class MeshBench
{
    private const int Times = 1_500;
    private const int WarmUp = 1_000;

    public static async Task RunAsync(string connection, CancellationToken token)
    {
        await CompareAsync("mesh of 4, commit to the last node", connection, new(4, Notify: false), token);
        await CompareAsync("ring of 6, commit to the last node", connection, new(6, Ring: true, Notify: false), token);
    }

    private static async Task CompareAsync(string what, string connection, BenchShape shape, CancellationToken token)
    {
        await using var nodes = await BenchNodes.StartAsync(connection, shape, token);
        await using var bare = await BareHop.OpenAsync(EventBytes(shape), token);
        var (log, hops) = (new DeliveryLog(nodes), new List<double>());
        for (var index = 0; index < Times + WarmUp; index++)
        {
            await nodes.UntilAppliedAsync(await PublishBench.WriteAsync(nodes.Database, BenchNodes.Scope, 1, token), token);
            hops.Add(await bare.MeasureAsync(token));
        }

        var times = log.Delays().Skip(WarmUp).Select(delays => delays.Max()).ToList();
        var (median, hop) = (Figures.Median(times), Figures.Median(hops.Skip(WarmUp)));
        Figures.Say("bare hop, p50", $"{Figures.Text(hop, "0.000")} ms");
        Figures.Say($"{what}, p50", $"{Figures.Text(median, "0.000")} ms, {Figures.Text(median / hop, "0.0")} x a hop");
        Figures.Say($"{what}, p99", $"{Figures.Text(Figures.Part(times, 0.99), "0.000")} ms");
    }

    /// <summary>What a commit of one change is on the wire.</summary>
    private static int EventBytes(BenchShape shape)
    {
        var at = new ScopePosition(1, 1_000);
        var change = new Change("user", "bench-0", 1, ChangeOperation.Put);
        var reached = Enumerable.Range(0, shape.Ring ? 3 : shape.Nodes).Select(index => $"n{index}");
        var buffer = new ArrayBufferWriter<byte>();
        FrameCodec.Write(
            new Frame(
                new FrameBody.Event(BenchNodes.Scope, at, new ScopeDelta(at, [change])),
                new FrameRoute(new NodeId("n0", 10), 1_000, 1, [.. reached])),
            buffer);
        return buffer.WrittenCount;
    }
}
