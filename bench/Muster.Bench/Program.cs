using Muster.Bench.Adherence;
using Muster.Bench.Centre;
using Muster.Bench.Cluster;
using Muster.Bench.Events;
using Muster.Bench.Forecasting;
using Muster.Bench.Ground;
using Muster.Bench.People;
using Muster.Bench.Schedules;
using Muster.Bench.Scheduling;
using Muster.Bench.Staffing;
using Muster.Bench.Simulation;

return args switch
{
    ["cluster", .. var parts] => await ClusterBench.RunAsync(parts, CancellationToken.None),
    ["rosters", .. var rest] when BenchArguments.Parse(rest) is { } asked => RosterBench.Run(asked),
    ["tours", .. var rest] when BenchArguments.Parse(rest) is { } asked => TourBench.Run(asked),
    ["center", .. var rest] when BenchArguments.Parse(rest) is { } asked => CentreBench.Run(asked),
    ["evaluate", var instance, var solution] => EvaluateBench.Run(instance, solution),
    ["forecast"] => ForecastBench.Run(),
    ["sync"] => await SyncBench.RunAsync(CancellationToken.None),
    ["ingest"] => await IngestBench.RunAsync(CancellationToken.None),
    ["publish"] => await PublishingBench.RunAsync(CancellationToken.None),
    ["staffing"] => StaffingBench.Run(),
    ["adherence"] => AdherenceBench.Run(),
    ["history"] => await HistoryBench.RunAsync(365, CancellationToken.None),
    ["history", var days] when int.TryParse(days, out var count) && count is > 0 and <= 366 =>
        await HistoryBench.RunAsync(count, CancellationToken.None),
    ["results"] => await ResultsBench.RunAsync(CancellationToken.None),
    ["simulation"] => SimulationBench.Run(),
    ["ground"] => await GroundBench.RunAsync(CancellationToken.None),
    [BareServer.Verb] => await BareServer.RunAsync(CancellationToken.None),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        "Usage: dotnet run -c Release --project bench/Muster.Bench -- "
        + "ground|sync|publish|ingest|forecast|staffing|simulation|adherence|results|history [DAYS]|cluster "
        + "[mesh|publish|fence|stream|takeover]\n"
        + "  rosters [1-5,7|FILE] | tours [1_7_10_1|FILE] | center 200x1,1000x4 [--highs SECONDS]"
        + " [--seconds 60 [--cpu]] [--seed 1-3] [--lanes 1] [--bound 0]\n"
        + "  evaluate INSTANCE SOLUTION");
    return 2;
}
