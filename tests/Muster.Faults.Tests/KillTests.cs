using Muster.Faults.Tests.Nodes;

namespace Muster.Faults.Tests;

/// <summary>kill -9, as the kernel does it when memory is short.</summary>
public sealed class KillTests
{
    private static readonly string[] All = ["a", "b", "c"];

    [Fact]
    public async Task The_duty_of_a_killed_node_is_anothers_within_a_second_and_its_successor_is_a_new_one()
    {
        await using var cluster = await ProcessCluster.StartAsync(All);
        var before = await cluster.LookAsync(cluster["a"]);
        var victim = before.Housekeeping!.Holder!;
        var rest = All.Where(name => name != victim).ToList();

        await cluster[victim].Muster.KillAsync();

        Told.Took("takeover after kill -9", await cluster.AllSeeAsync(TimeSpan.FromSeconds(1), rest, (node, seen) =>
            seen.Housekeeping is { Holder: { } holder } duty && holder != victim
            && duty.Epoch > before.Housekeeping.Epoch
                ? null
                : $"{node.Name} sees {seen.Housekeeping}"));
        Told.Took("told as gone", await cluster.AllSeeAsync(TimeSpan.FromSeconds(3), rest, (node, seen) =>
            seen.IncarnationOf(victim) is null ? null : $"{node.Name} takes {victim} for alive."));

        await cluster.AddAsync(victim);
        Told.Took("linked again", await cluster.SettledAsync(All));
        Assert.All(rest, name => Assert.True(
            cluster.LookAsync(cluster[name]).Result.IncarnationOf(victim) > before.IncarnationOf(victim)));
    }
}
