using System.Diagnostics;
using Muster.Bench.Cluster;

namespace Muster.Bench.Events;

/// <summary>
/// Events a second through HTTP into the log, acknowledged after their commits, beside a bare COPY of the same rows in
/// turns with it; duplicates a second; and at 5,000 events a second how long it takes until they are acknowledged, and
/// until the verdicts are on the walls. Everybody has a schedule for today and is judged.
/// </summary>
internal static class IngestBench
{
    private const int Rounds = 4;
    private const int Pace = 5_000;
    private const int PaceSeconds = 20;
    private const int UnitsLookedAt = 4;

    // Of 160,000 lines: more than a million duplicates on end.
    private const int Repetitions = 7;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<int> RunAsync(CancellationToken token)
    {
        await using var home = await BenchDatabase.OpenAsync(token);
        await using var stage = await IngestStage.SetAsync(home.ConnectionString, token);
        await using var floor = await IngestFloor.OpenAsync(home.ConnectionString, token);
        var (ours, again) = (new List<double>(), new List<double>());
        var (bare, plain) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var bodies = stage.Bodies();
            GC.Collect();
            var figures = (
                await stage.SendAsync(bodies, token), await floor.CopyAsync("bench_log", token),
                await floor.CopyAsync("bench_plain", token), await stage.SendAsync(bodies, token));
            if (round > 0) // The first round warms up.
            {
                ours.Add(figures.Item1);
                bare.Add(figures.Item2);
                plain.Add(figures.Item3);
                again.Add(figures.Item4);
            }
        }

        Figures.Say("events in, 4 sources at once", Figures.Spread(ours, "1/s", "0"));
        Figures.Say("bare COPY, the log's indexes", Figures.Spread(bare, "1/s", "0"));
        Figures.Say("bare COPY, no index", Figures.Spread(plain, "1/s", "0"));
        Figures.Say("ratio to COPY with indexes", Figures.Spread(ours.Zip(bare, (one, two) => one / two), "", "0.00"));
        Figures.Say("ratio to COPY without", Figures.Spread(ours.Zip(plain, (one, two) => one / two), "", "0.00"));
        Figures.Say("the same lines again, duplicates", Figures.Spread(again, "1/s", "0"));
        await RepeatAsync(stage, token);
        await PaceAsync(stage, token);
        return 0;
    }

    private static async Task PaceAsync(IngestStage stage, CancellationToken token)
    {
        await using (var before = await stage.WatchAsync(UnitsLookedAt, token))
        {
            var began = TimeProvider.System.GetTimestamp();
            await stage.PaceAsync(Pace, 1, before, token);
            await before.UntilAllAsync(Patience, token);
            Figures.Say(
                "all that was sent before judged after",
                $"{Figures.Text(TimeProvider.System.GetElapsedTime(began).TotalSeconds, "0.0")} s, {before.Missing} missing");
        }

        await using var watch = await stage.WatchAsync(UnitsLookedAt, token);
        var acks = await stage.PaceAsync(Pace, PaceSeconds, watch, token);
        await watch.UntilAllAsync(Patience, token);
        Figures.Say($"acknowledged at {Pace} events/s", Spread(acks));
        Figures.Say(
            $"on the walls of {UnitsLookedAt} units", $"{Spread(watch.Times)}, {watch.Missing} of which nothing came");
        using var own = Process.GetCurrentProcess();
        Figures.Say(
            "memory of the process",
            $"{own.WorkingSet64 / 1_000_000} MB, {own.PeakWorkingSet64 / 1_000_000} MB at most");
    }

    private static string Spread(IReadOnlyCollection<double> milliseconds) =>
        $"p50 {Figures.Text(Figures.Median(milliseconds), "0.0")} ms, "
        + $"p99 {Figures.Text(Figures.Part(milliseconds, 0.99), "0.0")} ms, of {milliseconds.Count}";

    private static async Task RepeatAsync(IngestStage stage, CancellationToken token)
    {
        var bodies = stage.Bodies();
        await stage.SendAsync(bodies, token);
        GC.Collect();
        var (before, paces) = (GC.GetTotalMemory(forceFullCollection: true), new List<double>());
        for (var time = 0; time < Repetitions; time++)
        {
            paces.Add(await stage.SendAsync(bodies, token));
        }

        var kept = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1024.0 / 1024;
        Figures.Say(
            $"{Repetitions} times the same lines on end",
            $"{Figures.Spread(paces, "1/s", "0")}, {Figures.Text(kept, "0.0")} MiB more memory after it");
    }
}
