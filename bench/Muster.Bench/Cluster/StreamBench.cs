namespace Muster.Bench.Cluster;

/// <summary>A thousand changes a second over eight nodes: how far any of them falls behind, and what memory does.</summary>
internal static class StreamBench
{
    private const int Nodes = 8;
    private const int ChangesEach = 10;
    private const int CommitsPerSecond = 100;

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(20);

    public static async Task RunAsync(string connection, CancellationToken token)
    {
        await using var nodes = await BenchNodes.StartAsync(connection, Nodes, ring: false, token);
        var memory = new List<double>();
        var lags = new List<double>();
        var written = 0L;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / CommitsPerSecond), TimeProvider.System);
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < Length)
        {
            await timer.WaitForNextTickAsync(token);
            var committed = TimeProvider.System.GetTimestamp();
            var position = await PublishBench.WriteAsync(nodes.Database, BenchNodes.Scope, ChangesEach, token);
            written += ChangesEach;
            await nodes.UntilAsync(node => node.Positions[BenchNodes.Scope] >= position, token);
            lags.Add(TimeProvider.System.GetElapsedTime(committed).TotalMilliseconds);
            if (written % (ChangesEach * CommitsPerSecond * 4) == 0)
            {
                memory.Add(GC.GetTotalMemory(forceFullCollection: true) / 1e6);
            }
        }

        var rate = written / TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        Figures.Say("changes a second over 8 nodes", Figures.Text(rate, "0"));
        Figures.Say("behind, p50 and most", $"{Figures.Text(Figures.Median(lags), "0")} ms, {Figures.Text(lags.Max(), "0")} ms");
        Figures.Say("managed memory of all 8, first and last", $"{Figures.Text(memory[0], "0")} MB, {Figures.Text(memory[^1], "0")} MB");
    }
}
