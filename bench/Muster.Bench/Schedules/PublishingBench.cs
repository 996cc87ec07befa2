using Muster.Bench.Cluster;
using Muster.Server.Api.Schedules;
using Muster.Storage.Schedules;

namespace Muster.Bench.Schedules;

/// <summary>
/// From the beginning of a publish until all of four nodes have applied it, for 1, 200 and 2,000 agent-days, beside the
/// least that it has to do; 5,000 agents for six weeks; and a week of 5,000 agents read for the grid.
/// </summary>
internal static class PublishingBench
{
    private const int Nodes = 4;
    private const int BulkDays = 42;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<int> RunAsync(CancellationToken token)
    {
        await using var home = await BenchDatabase.OpenAsync(token);
        await using var nodes = await BenchNodes.StartAsync(home.ConnectionString, new BenchShape(Nodes), token);
        var stage = await PublishingStage.SetAsync(nodes, token);
        await using var floor = await PublishingFloor.OpenAsync(home.ConnectionString, token);
        foreach (var (agents, days, times) in new[] { (1, 1, 200), (200, 1, 40), (1_000, 2, 15) })
        {
            await MeasureAsync(stage, floor, (agents, days, times), token);
        }

        await BulkAsync(stage, token);
        await ReadAsync(nodes, stage, token);
        return 0;
    }

    private static async Task MeasureAsync(
        PublishingStage stage, PublishingFloor floor, (int Agents, int Days, int Times) size, CancellationToken token)
    {
        var (published, least, rows) = (new List<double>(), new List<double>(), size.Agents * size.Days);
        for (var time = 0; time < size.Times; time++)
        {
            var draft = await stage.DraftAsync(size.Agents, size.Days, time, token);
            published.Add((await stage.PublishAsync(draft, Patience, token)).Milliseconds);
            least.Add(await floor.PublishAsync(rows, (rows * 1_000) + time, token));
        }

        var (ours, theirs) = (Figures.Median(published), Figures.Median(least));
        Figures.Say(
            $"{rows} agent-days to 4 nodes, p50",
            $"{Figures.Text(ours, "0.0")} ms, {Figures.Text(ours / theirs, "0.0")} x the floor "
            + $"({Figures.Text(theirs, "0.0")} ms); p99 {Figures.Text(Figures.Part(published, 0.99), "0.0")} ms");
    }

    private static async Task BulkAsync(PublishingStage stage, CancellationToken token)
    {
        foreach (var what in new[] { "published for the first time", "published anew" })
        {
            var draft = await stage.DraftAsync(PublishingStage.MostAgents, BulkDays, what.Length, token);
            GC.Collect();
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var (took, days) = await stage.PublishAsync(draft, Patience, token);
            var memory = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
            Figures.Say(
                $"{days} agent-days {what}",
                $"{Figures.Text(took / 1000, "0.0")} s; {Figures.Text(memory, "0")} MB more in all four nodes, "
                + $"{Environment.WorkingSet / 1_000_000} MB in use");
        }
    }

    private static async Task ReadAsync(BenchNodes nodes, PublishingStage stage, CancellationToken token)
    {
        var reading = new GridReading(new ScheduleStore(nodes.Database), new DraftStore(nodes.Database));
        var asked = new GridQuery(stage.Unit.Unit.Id.Value, stage.FirstDay.ToDateOnly());
        var times = new List<double>();
        var bytes = 0;
        for (var time = 0; time < 15; time++)
        {
            var began = TimeProvider.System.GetTimestamp();
            var view = await reading.ReadAsync(stage.Unit, asked, null, token);
            bytes = Server.Api.Json.ApiJson.Text(view).Length;
            times.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        }

        Figures.Say("a week of 5,000 agents read and written as JSON",
            $"{Figures.Spread(times, "ms", "0")}, {Figures.Text(bytes / 1e6, "0.0")} MB");
    }
}
