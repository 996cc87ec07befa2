using Muster.Bench.Centre;
using Muster.Bench.Cluster;
using Muster.Bench.Forecasting;
using Muster.Bench.Ground;
using Muster.Bench.People;
using Muster.Bench.Staffing;
using Muster.Bench.Simulation;

return args switch
{
    ["cluster", .. var parts] => await ClusterBench.RunAsync(parts, CancellationToken.None),
    ["center", var size] => CentreSize.TryParse(size, out var s) ? CentreBench.Run([s], 1) : Usage(),
    ["forecast"] => ForecastBench.Run(),
    ["sync"] => await SyncBench.RunAsync(CancellationToken.None),
    ["staffing"] => StaffingBench.Run(),
    ["simulation"] => SimulationBench.Run(),
    ["ground"] => await GroundBench.RunAsync(CancellationToken.None),
    [BareServer.Verb] => await BareServer.RunAsync(CancellationToken.None),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        "Usage: dotnet run -c Release --project bench/Muster.Bench -- "
        + "ground|sync|forecast|staffing|simulation|cluster "
        + "[mesh|publish|fence|stream|takeover]");
    return 2;
}
