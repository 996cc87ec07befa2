using System.Diagnostics;
using Muster.Bench.Cluster;

namespace Muster.Bench.Adherence;

/// <summary>
/// Stored results of 5,000 agents exported by day: rows straight into the table, a node in this process, a client that
/// reads the file and throws it away.
/// </summary>
internal static class HistoryBench
{
    private const double Megabyte = 1e6;

    /// <param name="days">A year, or less where there is little time.</param>
    public static async Task<int> RunAsync(int days, CancellationToken token)
    {
        await using var home = await BenchDatabase.OpenAsync(token);
        await using var stage = await HistoryStage.SetAsync(home.ConnectionString, token);
        var began = TimeProvider.System.GetTimestamp();
        var stored = await stage.StoreAsync(days, token);
        Figures.Say(
            $"{stored} intervals of {HistoryStage.Agents} agents stored",
            $"{Figures.Text(TimeProvider.System.GetElapsedTime(began).TotalSeconds, "0")} s");
        foreach (var (list, by, format) in ((string, string, string)[])
            [
                ("history", "agent_day", "csv"), ("history", "agent_day", "xlsx"), ("history", "agent", "csv"),
                ("history", "day", "csv"), ("exceptions", "", "csv"),
            ])
        {
            GC.Collect();
            var (seconds, rows, bytes) = await stage.ExportAsync((list, by, format), days, token);
            using var own = Process.GetCurrentProcess();
            Figures.Say(
                $"{list} {by} {format}, {days} days",
                $"{Figures.Text(seconds, "0.0")} s, {Figures.Text(bytes / Megabyte, "0.0")} MB"
                + (rows > 0 ? $", {rows} lines" : "")
                + $"; peak memory of the process so far {Figures.Text(own.PeakWorkingSet64 / Megabyte, "0")} MB");
        }

        return 0;
    }
}
