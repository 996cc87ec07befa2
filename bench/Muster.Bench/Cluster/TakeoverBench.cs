using Muster.Cluster.Leases;
using Muster.Server.Local;
using Muster.Storage;
using Muster.Storage.Leases;

namespace Muster.Bench.Cluster;

/// <summary>Real processes: the holder of a duty is killed, paused, asked to hand over; how long until another has it.</summary>
internal static class TakeoverBench
{
    private const string Duty = "housekeeping";
    private const int Rounds = 7;
    private const int FirstPort = 17_270;

    public static async Task RunAsync(string connection, string data, CancellationToken token)
    {
        await using var database = Database.Open(
            new DatabaseSettings(connection, "bench", TimeSpan.FromSeconds(5), 5));
        var leases = new LeaseStore(database, 1, TimeSpan.FromSeconds(2));
        var program = Path.Combine(AppContext.BaseDirectory, "../../Muster.Server/release/muster");
        await using var cluster = await LocalCluster.StartAsync(
            LocalClusterPlan.Of(3, 0, FirstPort, []) with { Program = program }, data, connection,
            TimeProvider.System, token);
        Figures.Say("takeover after kill -9", Figures.Spread(
            await RoundsAsync(leases, data, (node, _) => LocalProcess.SignalAsync(node.ProcessId, "KILL", token), token),
            "s", "0.00"));
        Figures.Say("takeover after a pause", Figures.Spread(
            await RoundsAsync(leases, data, (node, _) => LocalProcess.SignalAsync(node.ProcessId, "STOP", token), token),
            "s", "0.00"));
        Figures.Say("planned handover", Figures.Spread(
            await RoundsAsync(leases, data, (_, lease) => leases.AskHandoverAsync(Duty, lease.Waiting[0], token), token),
            "s", "0.000"));
    }

    private static async Task<List<double>> RoundsAsync(
        LeaseStore leases, string data, Func<LocalNode, LeaseState, Task> strike, CancellationToken token)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var lease = await FindAsync(leases, lease => lease is { Holder: not null, Waiting.Count: >= 2 }, token);
            var node = LocalClusterFile.Read(data).Node(lease.Holder!.Value.Name);
            var began = TimeProvider.System.GetTimestamp();
            await strike(node, lease);
            await FindAsync(leases, now => now.Holder is { } holder && holder != lease.Holder, token);
            times.Add(TimeProvider.System.GetElapsedTime(began).TotalSeconds);
            await MendAsync(data, node, token);
        }

        return times;
    }

    private static async Task MendAsync(string data, LocalNode node, CancellationToken token)
    {
        if (node.State == LocalNodeState.Gone)
        {
            await LocalCluster.RestartAsync(data, node, TimeProvider.System, token);
        }
        else if (node.State == LocalNodeState.Paused)
        {
            await LocalProcess.SignalAsync(node.ProcessId, "CONT", token);
        }
    }

    private static async Task<LeaseState> FindAsync(
        LeaseStore leases, Func<LeaseState, bool> isSo, CancellationToken token)
    {
        while (true)
        {
            if ((await leases.ReadAsync(token)).FirstOrDefault(lease => lease.Fence.Lease == Duty) is { } lease
                && isSo(lease))
            {
                return lease;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, token);
        }
    }
}
