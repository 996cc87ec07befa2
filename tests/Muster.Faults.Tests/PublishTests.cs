using Muster.Faults.Tests.Histories;
using Muster.Faults.Tests.Nodes;

namespace Muster.Faults.Tests;

/// <summary>Many publish, edit and swap at once, on nodes that are killed and paused.</summary>
public sealed class PublishTests
{
    private const int Writers = 4;

    private static readonly string[] All = ["a", "b", "c"];

    [Fact]
    public Task Nothing_published_is_lost_and_no_read_is_older_than_a_receipt() => RunAsync(writes: 25, harm: 2);

    [Fact]
    [Trait("Faults", "nightly")]
    public Task Nothing_published_is_lost_in_a_long_time_either() => RunAsync(writes: 65, harm: 8);

    private static async Task RunAsync(int writes, int harm)
    {
        await using var cluster = await ProcessCluster.StartAsync(All);
        var days = await PlannedDays.MakeAsync(cluster);
        using var stop = new CancellationTokenSource();
        var readers = All.Select(name => days.ReadAsync(name, stop.Token)).ToList();
        try
        {
            var writers = Enumerable.Range(0, Writers).Select(writer => WriteAsync(cluster, days, writer, writes));
            await Task.WhenAll([.. writers, HarmAsync(cluster, harm)]);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(readers);
        }

        Told.Say($"{days.Writes} writes and {days.Reads} reads judged.");
        Assert.True(days.Writes > Writers * writes / 2, $"{days.Writes} writes only");
        Assert.True(days.Reads > 100, $"{days.Reads} reads only");
        var faults = await days.FaultsAsync(cluster["a"]);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static async Task WriteAsync(ProcessCluster cluster, PlannedDays days, int writer, int writes)
    {
        var chance = new Random(writer);
        for (var write = 0; write < writes; write++)
        {
            await days.WriteAsync(cluster[All[chance.Next(All.Length)]], chance);
        }
    }

    // The first node stays, so that there always is one.
    private static async Task HarmAsync(ProcessCluster cluster, int times)
    {
        for (var fault = 0; fault < times; fault++)
        {
            var victim = All[1 + (fault % 2)];
            if (fault % 2 == 0)
            {
                await cluster[victim].Muster.KillAsync();
                await cluster.AddAsync(victim);
            }
            else
            {
                await cluster[victim].Muster.PauseAsync();
                await cluster.SettledAsync([.. All.Where(name => name != victim)]);
                await cluster[victim].Muster.ResumeAsync();
            }
        }
    }
}
